import { expect, test } from 'vitest';

import { refusalOf } from '../test-support/refusal-of.js';
import { phaseOf } from './phase-of.js';

const inflow = { channel: 'DIRECTED', phase: null } as const;
const written = { imported: false, field: 'lines.0' };

test.each([
  ['money under a founding pledge, however late', inflow, 'FOUNDING', 'FOUNDING'],
  ['money under a monthly pledge', inflow, 'MONTHLY', 'OPERATING'],
  ['money without a pledge', inflow, null, 'OPERATING'],
  ['money that does not come in', { channel: null, phase: null }, null, null],
  ['what is said and right', { ...inflow, phase: 'FOUNDING' }, 'FOUNDING', 'FOUNDING'],
] as const)('%s', (_, draft, pledge, phase) => {
  expect(phaseOf(draft, pledge, written)).toBe(phase);
});

test('imported history says its own phase, since its pledges are not known', () => {
  expect(phaseOf({ ...inflow, phase: 'FOUNDING' }, null, { ...written, imported: true })).toBe(
    'FOUNDING',
  );
  expect(phaseOf(inflow, null, { ...written, imported: true })).toBe('OPERATING');
});

test.each([
  ['FOUNDING', null],
  ['OPERATING', 'FOUNDING'],
] as const)('%s is refused under the pledge %s', (phase, pledge) => {
  expect(refusalOf(() => phaseOf({ ...inflow, phase }, pledge, written))).toEqual({
    code: 'RULE_VIOLATED',
    field: 'lines.0.phase',
  });
});
