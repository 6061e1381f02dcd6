import { expect, test } from 'vitest';

import { refusalOf } from '../test-support/refusal-of.js';
import { draftTransfer, type WrittenLine } from './transfer-line.js';

const now = new Date('2026-03-01T12:00:00+08:00');
const setting = { field: 'lines.3', now };
const line: WrittenLine = {
  fromAccount: 'WORLD:ORGANISATION',
  toAccount: 'FUND:fund_fixture_a:CASH',
  amountFen: 5n,
  code: 'DONATION',
};

test('what is left out is filled with what is sure, and with nothing else', () => {
  expect(draftTransfer(line, setting)).toEqual({
    from: expect.objectContaining({ kind: 'WORLD' }),
    to: expect.objectContaining({ kind: 'FUND_CASH' }),
    amountFen: 5n,
    code: 'DONATION',
    channel: 'NOT_STATED',
    phase: null,
    purpose: null,
    sourceRef: null,
    outcomes: [],
    relatedParty: null,
    donorKind: 'ORGANISATION',
    donor: null,
    donorVisibility: 'ANONYMOUS',
    valuationBasis: null,
    effectiveAt: now,
    note: null,
  });
});

test.each([
  ['PARTNER:partner_fixture_a:SHARE_DUE:990101', 'REVENUE_SHARE', 'PARTNER'],
  ['GOV:990101:BENEFIT', 'GOVERNMENT_GRANT', 'GOVERNMENT'],
] as const)('money from %s was given by a %s', (fromAccount, code, donorKind) => {
  expect(draftTransfer({ ...line, fromAccount, code }, setting).donorKind).toBe(donorKind);
});

test.each([
  ['the morning of the same day', '2026-03-01T00:00:00+08:00', null, null],
  ['the evening before', '2026-02-28T23:59:59+08:00', null, 'RULE_VIOLATED'],
  ['the evening before, with a note', '2026-02-28T23:59:59+08:00', '补录', null],
  ['one second ahead', '2026-03-01T12:00:01+08:00', '预录', 'BAD_USER_INPUT'],
])('an effectiveAt of %s', (_, effectiveAt, note, code) => {
  const written = { ...line, effectiveAt: new Date(effectiveAt), note };
  expect(refusalOf(() => draftTransfer(written, setting))?.code ?? null).toBe(code);
});

test('history that is explained otherwise needs no note of its own', () => {
  const written = { ...line, effectiveAt: new Date('2024-06-30T00:00:00+08:00') };
  expect(refusalOf(() => draftTransfer(written, { ...setting, isExplained: true }))).toBeNull();
});

test('each refusal says in which line and field', () => {
  expect(refusalOf(() => draftTransfer({ ...line, amountFen: 0n }, setting))).toEqual({
    code: 'AMOUNT_REFUSED',
    field: 'lines.3.amountFen',
  });
  expect(refusalOf(() => draftTransfer({ ...line, toAccount: 'x' }, setting))).toEqual({
    code: 'BAD_USER_INPUT',
    field: 'lines.3.toAccount',
  });
});
