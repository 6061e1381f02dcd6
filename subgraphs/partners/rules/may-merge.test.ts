import { expect, test } from 'vitest';

import { requireMergeable, type MergeSide } from './may-merge.js';

const merged: MergeSide = {
  id: 'partner_fixture_a',
  type: 'COMMERCIAL',
  districtCode: '990102',
  mergedInto: null,
};
const survivor: MergeSide = { ...merged, id: 'partner_fixture_b' };

test('two standing partners of one type and district become one', () => {
  expect(() => requireMergeable(merged, survivor)).not.toThrow();
});

test.each([
  ['itself', merged, 'MERGE_CYCLE'],
  ['one that was merged away', { ...survivor, mergedInto: 'partner_fixture_c' }, 'MERGE_CYCLE'],
  ['one of another district', { ...survivor, districtCode: '990103' }, 'PLACE_MISMATCH'],
  ['one of no district', { ...survivor, districtCode: null }, 'PLACE_MISMATCH'],
  ['one of another type', { ...survivor, type: 'INDIVIDUAL' }, 'RULE_VIOLATED'],
] as const)('a partner is not merged into %s', (_, into, code) => {
  expect(() => requireMergeable(merged, into)).toThrow(expect.objectContaining({ code }));
});

test('one that was merged away is not merged again', () => {
  expect(() => requireMergeable({ ...merged, mergedInto: survivor.id }, survivor)).toThrow(
    expect.objectContaining({ code: 'MERGE_CYCLE' }),
  );
});
