import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { correctTransfer } from '../commands/correct-transfer.js';
import { resolveTransfers } from '../commands/resolve-transfers.js';
import {
  district,
  donation,
  expense,
  newKey,
  startFunds,
  type TestFunds,
} from '../test-support/start-funds.js';
import { postTransfers } from '../commands/post-transfers.js';
import { ledgerChecks } from './ledger-checks.js';
import { verifyLedger } from './verify-ledger.js';

let funds: TestFunds;
let fundId: string;
let ids: readonly string[];

// Of ledger-checks, verify-chains and verify-donors together. One of everything: donors, notes, outcomes, a reservation resolved and one open, a correction, money
// that touches no fund.
beforeEach(async () => {
  funds = await startFunds();
  fundId = await funds.newFund();
  const given = {
    ...donation(fundId, 500n),
    fromAccount: 'WORLD:INDIVIDUAL',
    donor: { name: '甲' },
  };
  const outcomes = [{ type: 'Event' as const, id: 'event_fixture_a', weightBps: 4_000 }];
  ids = await funds.post([donation(fundId, 1_000n), given, { ...expense(fundId, 100n), outcomes }]);
  const pending = { idempotencyKey: newKey(), districtCode: district, state: 'PENDING' as const };
  const { setId } = await postTransfers(funds.parts(), {
    ...pending,
    lines: [expense(fundId, 30n)],
  });
  await resolveTransfers(funds.parts(), { idempotencyKey: newKey(), setId, to: 'POSTED' });
  await funds.post([expense(fundId, 20n)], { state: 'PENDING' });
  await correctTransfer(funds.parts(), {
    idempotencyKey: newKey(),
    transferId: ids[0]!,
    correctionNote: '金额有误',
    replacement: donation(fundId, 900n),
  });
  const benefit = { fromAccount: 'WORLD:GOVERNMENT', toAccount: `GOV:${district}:BENEFIT` };
  await funds.post([{ ...benefit, amountFen: 70n, code: 'GOVERNMENT_GRANT' }]);
});
afterEach(async () => {
  await funds[Symbol.asyncDispose]();
});

const checksThatFail = async (): Promise<readonly string[]> => {
  const { faults } = await verifyLedger(funds.database);
  return [...new Set(faults.map(({ check }) => check))].sort();
};

test('a ledger that nobody touched holds', async () => {
  expect(await verifyLedger(funds.database)).toEqual({
    transfers: 10,
    sets: 7,
    ledgers: 3,
    differenceFen: 0n,
    faults: [],
  });
});

describe('what somebody changed behind its back is found:', () => {
  const first = () => `(select id from funds.transfer where id = '${ids[0]}')`;
  const ledger = () => `ledger_id = '${fundId}'`;
  test.each([
    [
      'an amount, with its entries',
      () =>
        `update funds.transfer set amount_fen = 999 where id = ${first()}; update funds.entry set amount_fen = sign(amount_fen) * 999 where transfer_id = ${first()}`,
      ['balance', 'chain', 'corrections'],
    ],
    [
      'one entry',
      () =>
        `update funds.entry set amount_fen = 1001 where transfer_id = ${first()} and side = 'CREDIT'`,
      ['balance', 'entries', 'trial balance'],
    ],
    [
      'a counter',
      () => `update funds.account set posted_in = posted_in + 1 where code = 'FUND:${fundId}:CASH'`,
      ['balance'],
    ],
    [
      'when it was entered',
      () =>
        `update funds.transfer set recorded_at = recorded_at - interval '1 day' where id = ${first()}`,
      ['chain', 'states'],
    ],
    [
      'the channel',
      () => `update funds.transfer set channel = 'DIRECTED' where id = ${first()}`,
      ['chain'],
    ],
    [
      'a resolution',
      () => `update funds.set_resolution set reason = '同意' where effective_at is not null`,
      ['chain'],
    ],
    [
      'how a set ended',
      () => `update funds.set_resolution set state = 'VOIDED' where effective_at is not null`,
      ['balance', 'chain'],
    ],
    [
      'an outcome of a transfer',
      () => `update funds.transfer_outcome set weight_bps = 4001`,
      ['chain', 'outcomes'],
    ],
    [
      'the weight of an outcome',
      () => `update funds.outcome_weight set weight_bps = 1`,
      ['outcomes'],
    ],
    ['who gave', () => `update funds.transfer_personal set name = '乙'`, ['donor']],
    [
      'a whole transfer, cut out',
      () =>
        `delete from funds.ledger_link where transfer_id = '${ids[1]}'; delete from funds.transfer_personal; delete from funds.entry where transfer_id = '${ids[1]}'; delete from funds.transfer where id = '${ids[1]}'`,
      ['balance', 'chain', 'sets'],
    ],
    [
      'the last link, cut off',
      () =>
        `delete from funds.ledger_link l where ${ledger()} and position = (select max(position) from funds.ledger_link k where k.ledger_id = l.ledger_id)`,
      ['chain', 'links'],
    ],
    [
      'the last link and the head with it',
      () =>
        `delete from funds.ledger_link l where ${ledger()} and position = (select max(position) from funds.ledger_link k where k.ledger_id = l.ledger_id); update funds.ledger_head h set position = l.position, hash = l.hash from funds.ledger_link l where l.ledger_id = h.ledger_id and l.position = h.position - 1 and h.ledger_id = '${fundId}'`,
      ['links'],
    ],
    [
      'the hash of a link',
      () =>
        `update funds.ledger_link set hash = repeat('0', 64) where ${ledger()} and position = 2`,
      ['chain'],
    ],
    [
      'the head',
      () => `update funds.ledger_head set hash = repeat('0', 64) where ${ledger()}`,
      ['chain'],
    ],
    [
      'the account of an entry',
      () =>
        `update funds.entry set account_code = 'FUND:fund_fixture_x:CASH' where transfer_id = ${first()} and side = 'CREDIT'`,
      ['accounts', 'balance', 'entries'],
    ],
  ])('%s', async (_, tampering, found) => {
    await funds.tamper(tampering());
    expect(await checksThatFail()).toEqual(found);
  });
});

test('a donor that was erased on request is no fault', async () => {
  await funds.tamper('delete from funds.transfer_personal');
  expect(await checksThatFail()).toEqual([]);
});

test('every check of the list was seen to fail above', () => {
  expect(ledgerChecks.map(({ check }) => check).sort()).toEqual([
    'accounts',
    'balance',
    'corrections',
    'entries',
    'links',
    'outcomes',
    'sets',
    'states',
  ]);
});
