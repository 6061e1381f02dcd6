import { expect, test } from 'vitest';

import { parseAccountCode } from './account-code.js';
import { ledgerOf, resolutionPayload, transferPayload } from './ledger-transfer.js';
import { ledgerTransfer, type PlannedTransfer, type SetFacts } from './planned-transfer.js';
import { reversalOf, requireCorrectable, type CorrectableTransfer } from './reversal-of.js';
import { refusalOf } from '../test-support/refusal-of.js';
import { transferMoves } from './transfer-moves.js';

const at = (day: number) => new Date(Date.UTC(2026, 0, day));

const planned: PlannedTransfer = {
  id: 'transfer_fixture_a',
  from: parseAccountCode('WORLD:PARTNER'),
  to: parseAccountCode('FUND:fund_fixture_a:CASH'),
  amountFen: 5n,
  code: 'DONATION',
  channel: 'DIRECTED',
  phase: 'OPERATING',
  purpose: null,
  sourceRef: { type: 'Partner', id: 'partner_fixture_a' },
  outcomes: [
    { type: 'Request', id: 'request_fixture_a', weightBps: 1 },
    { type: 'Event', id: 'event_fixture_a', weightBps: 2 },
  ],
  relatedParty: null,
  donorKind: 'PARTNER',
  donor: { organisationId: null, partnerId: 'partner_fixture_b', name: null },
  donorVisibility: 'ANONYMOUS',
  valuationBasis: null,
  effectiveAt: at(1),
  note: 'internal',
  corrects: null,
  correctionNote: null,
  field: 'lines.0',
};
const set: SetFacts = {
  setId: 'transferset_fixture_a',
  setSize: 1,
  districtCode: '990101',
  recordedAt: at(2),
  imported: false,
  caller: 'officer-990101',
  idempotencyKey: 'key',
};
const stored = ledgerTransfer(planned, {
  set,
  line: 1,
  donorDigest: 'digest',
  noteDigest: 'digest of the note',
});

test('what the ledger keeps names the partner that is public anyway, and nobody else', () => {
  expect(stored).toMatchObject({
    fundId: 'fund_fixture_a',
    partnerId: 'partner_fixture_a',
    donorDigest: 'digest',
    noteDigest: 'digest of the note',
  });
  expect(JSON.stringify({ ...stored, amountFen: '5' })).not.toMatch(/partner_fixture_b|internal/);
});

test('money of a fund is linked to the fund’s chain, other money to the district’s', () => {
  expect(ledgerOf(stored)).toBe('fund_fixture_a');
  expect(ledgerOf({ ...stored, fundId: null })).toBe('990101');
});

test('the chain vouches for every word of a transfer, outcomes in one order', () => {
  const payload = transferPayload(stored, 'POSTED') as {
    readonly outcomes: readonly { readonly type: string }[];
  };
  expect(payload).toMatchObject({ kind: 'POSTED', amountFen: 5n, recordedAt: at(2) });
  expect(payload.outcomes.map(({ type }) => type)).toEqual(['Event', 'Request']);
  expect(Object.keys(payload).sort()).toEqual([...Object.keys(stored), 'kind'].sort());
});

test('imported history leaves out when it was entered', () => {
  expect(transferPayload({ ...stored, imported: true }, 'POSTED')).not.toHaveProperty('recordedAt');
});

test('the end of a set’s waiting is vouched for too', () => {
  const resolution = {
    setId: 's',
    state: 'VOIDED',
    effectiveAt: at(1),
    recordedAt: at(2),
    reason: null,
  } as const;
  expect(resolutionPayload(resolution)).toEqual({ ...resolution, kind: 'RESOLVED' });
});

const posted: CorrectableTransfer = {
  id: 'transfer_fixture_a',
  fromAccount: 'WORLD:PUBLIC',
  toAccount: 'FUND:fund_fixture_a:CASH',
  amountFen: 5n,
  code: 'DONATION',
  channel: 'DIRECTED',
  phase: 'FOUNDING',
  purpose: null,
  relatedParty: true,
  donorKind: 'PUBLIC',
  state: 'POSTED',
  resolvedAt: at(3),
  correctedBy: null,
};

test('a reversal is the mirror of what it takes back, from the instant that took effect', () => {
  expect(reversalOf(posted, { id: 'transfer_fixture_b', correctionNote: '重复' })).toMatchObject({
    from: { code: posted.toAccount },
    to: { code: posted.fromAccount },
    amountFen: 5n,
    code: 'CORRECTION',
    channel: 'DIRECTED',
    phase: 'FOUNDING',
    relatedParty: true,
    effectiveAt: at(3),
    corrects: posted.id,
    donor: null,
  });
});

test.each([
  ['a posted transfer', {}, null],
  ['one that is pending', { state: 'PENDING' }, 'RULE_VIOLATED'],
  ['one that was given up', { state: 'VOIDED' }, 'RULE_VIOLATED'],
  ['one that expired', { state: 'EXPIRED' }, 'RULE_VIOLATED'],
  ['a correction', { code: 'CORRECTION' }, 'RULE_VIOLATED'],
  ['one that was corrected', { correctedBy: 'transfer_fixture_c' }, 'TRANSFER_ALREADY_CORRECTED'],
] as const)('may be corrected: %s', (_, over, code) => {
  expect(refusalOf(() => requireCorrectable({ ...posted, ...over }))?.code ?? null).toBe(code);
});

test('the past of a transfer is read from itself and its resolution', () => {
  const moved = {
    effectiveAt: at(1),
    recordedAt: at(2),
    state: 'POSTED',
    resolvedAt: at(1),
    resolvedRecordedAt: at(2),
    resolvedReason: null,
    note: 'n',
  } as const;
  const entered = { from: null, at: at(1), recordedAt: at(2), reason: null };
  expect(transferMoves(moved, { seesNote: true })).toEqual([
    { ...entered, to: 'POSTED', note: 'n' },
  ]);
  const pending = {
    ...moved,
    state: 'PENDING',
    resolvedAt: null,
    resolvedRecordedAt: null,
  } as const;
  expect(transferMoves(pending, { seesNote: false })).toEqual([
    { ...entered, to: 'PENDING', note: null },
  ]);
  const voided = {
    ...moved,
    state: 'VOIDED',
    resolvedAt: at(4),
    resolvedRecordedAt: at(5),
    resolvedReason: '撤回',
  } as const;
  expect(transferMoves(voided, { seesNote: false })).toEqual([
    { ...entered, to: 'PENDING', note: null },
    { from: 'PENDING', to: 'VOIDED', at: at(4), recordedAt: at(5), reason: '撤回', note: null },
  ]);
});
