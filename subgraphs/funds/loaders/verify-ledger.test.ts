import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { correctTransfer } from '../commands/correct-transfer.js';
import { resolveTransfers } from '../commands/resolve-transfers.js';
import {
  district,
  donation,
  expense,
  newKey,
  otherDistrict,
  startFunds,
  type TestFunds,
} from '../test-support/start-funds.js';
import { postTransfers } from '../commands/post-transfers.js';
import { ledgerChecks } from './ledger-checks.js';
import { verifyLedger } from './verify-ledger.js';

let funds: TestFunds;
let fundId: string;
let ids: readonly string[];
let setId: string;

// Of ledger-checks, verify-chains, vouched-links and verify-digests together. One of everything: donors,
// notes, outcomes, a reservation resolved and one open, a correction, money that touches no fund.
beforeEach(async () => {
  funds = await startFunds();
  fundId = await funds.newFund();
  const given = {
    ...donation(fundId, 500n),
    fromAccount: 'WORLD:INDIVIDUAL',
    donor: { name: '甲' },
    note: '现金交到社区',
  };
  const outcomes = [{ type: 'Event' as const, id: 'event_fixture_a', weightBps: 4_000 }];
  ids = await funds.post([donation(fundId, 1_000n), given, { ...expense(fundId, 100n), outcomes }]);
  const pending = { idempotencyKey: newKey(), districtCode: district, state: 'PENDING' as const };
  const reserved = await postTransfers(funds.parts(), {
    ...pending,
    lines: [expense(fundId, 30n)],
  });
  ({ setId } = reserved);
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
    erased: 0,
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
        `delete from funds.ledger_link where transfer_id = '${ids[1]}'; delete from funds.transfer_personal; delete from funds.transfer_internal; delete from funds.entry where transfer_id = '${ids[1]}'; delete from funds.transfer where id = '${ids[1]}'`,
      ['balance', 'chain', 'records', 'sets'],
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

describe('what an owner of the tables did past every reference, too:', () => {
  // As a superuser does it: references and triggers are not looked at.
  const pastReferences = (sql: string) =>
    funds.tamper(`reset role; set local session_replication_role = replica; ${sql}`);
  const ledger = () => `ledger_id = '${fundId}'`;
  const first = () => `'${ids[0]}'`;
  const amountEverywhere = () => `
    update funds.transfer set amount_fen = amount_fen + 1 where id = '${ids[1]}';
    update funds.entry set amount_fen = amount_fen + sign(amount_fen) where transfer_id = '${ids[1]}';
    update funds.account set posted_in = posted_in + 1 where code = 'FUND:${fundId}:CASH';`;
  const setBack = () => `update funds.ledger_head h set position = l.position, hash = l.hash
    from funds.ledger_link l where l.ledger_id = h.ledger_id and l.position = 1 and h.${ledger()};`;
  const everyRowOf = () => `
    create temp table gone on commit drop as select id, set_id from funds.transfer where fund_id = '${fundId}';
    delete from funds.transfer_personal where transfer_id in (select id from gone);
    delete from funds.transfer_internal where transfer_id in (select id from gone);
    delete from funds.transfer_outcome where transfer_id in (select id from gone);
    delete from funds.outcome_weight;
    delete from funds.entry where transfer_id in (select id from gone);
    delete from funds.set_resolution where set_id in (select set_id from gone);
    delete from funds.transfer_set where id in (select set_id from gone);
    delete from funds.transfer where id in (select id from gone);
    delete from funds.ledger_link where ${ledger()};
    delete from funds.ledger_head where ${ledger()};
    delete from funds.account where fund_id = '${fundId}';
    delete from funds.fund where id = '${fundId}';`;

  test.each([
    [
      'an amount wherever it stands, and the head removed',
      () => `${amountEverywhere()} delete from funds.ledger_head where ${ledger()}`,
      ['chain'],
    ],
    [
      'an amount wherever it stands, and the head set back before it',
      () => `${amountEverywhere()} ${setBack()}`,
      ['chain'],
    ],
    ['a head set back', setBack, ['chain']],
    [
      'the head of a district’s money removed',
      () => `delete from funds.ledger_head where ledger_id = '${district}'`,
      ['chain'],
    ],
    [
      'a transfer removed, its link left',
      () => `delete from funds.transfer where id = ${first()}`,
      ['balance', 'chain', 'entries', 'links', 'records', 'sets'],
    ],
    [
      'the resolution of a reserved set removed',
      () => `delete from funds.set_resolution where set_id = '${setId}'`,
      ['balance', 'chain'],
    ],
    [
      'a set removed, its transfers left',
      () => `delete from funds.transfer_set where id = '${setId}'`,
      ['chain', 'records', 'sets'],
    ],
    [
      'an instant that is none',
      () => `update funds.transfer set effective_at = 'infinity' where id = ${first()}`,
      ['chain'],
    ],
    ['every row of one fund, while anything still tells of it', everyRowOf, ['records']],
    [
      'every row of one fund and where it came from, while a key still tells of it',
      () =>
        `${everyRowOf()} delete from funds.provenance; delete from funds.outbox; delete from funds.transition`,
      ['records'],
    ],
    ['a note', () => `update funds.transfer_internal set note = '转账'`, ['note']],
    [
      'a note and its digest',
      () =>
        `update funds.transfer_internal set note = '转账'; update funds.transfer set note_digest = null`,
      ['chain', 'note'],
    ],
    [
      'a note put beside a transfer that had none',
      () =>
        `insert into funds.transfer_internal values (${first()}, '${district}', '补录', 'salt')`,
      ['note'],
    ],
    [
      'who posted a set',
      () => `update funds.transfer_set set caller = 'officer-990102' where id = '${setId}'`,
      ['chain'],
    ],
    [
      'under which key a set was posted',
      () => `update funds.transfer_set set idempotency_key = 'another' where id = '${setId}'`,
      ['chain'],
    ],
    [
      'the reason put to a set that never waited',
      () => `update funds.set_resolution set reason = '同意' where effective_at is null`,
      ['states'],
    ],
    [
      'whom a donor is shown to',
      () => `update funds.transfer_personal set visibility = 'NAMED'`,
      ['donor'],
    ],
    [
      'whose officers are shown a donor',
      () => `update funds.transfer_personal set district_code = '${otherDistrict}'`,
      ['districts'],
    ],
    [
      'whose officers are shown who posted',
      () =>
        `update funds.transfer_set set district_code = '${otherDistrict}' where id = '${setId}'`,
      ['districts'],
    ],
    ['the weight of an outcome forgotten', () => 'delete from funds.outcome_weight', ['outcomes']],
  ])('%s', async (_, tampering, found) => {
    await pastReferences(tampering());
    expect(await checksThatFail()).toEqual(found);
  });

  test('what is missing is told in words', async () => {
    await pastReferences(`delete from funds.transfer where id = ${first()}`);
    const { faults } = await verifyLedger(funds.database);
    expect(faults.filter(({ check }) => check === 'chain')).toEqual([
      {
        check: 'chain',
        subject: fundId,
        message: `Link 1 does not hold: ${ids[0]}, which it vouches for, is not there.`,
      },
    ]);
  });
});

test('a donor or a note that was erased on request is no fault, and is counted', async () => {
  await funds.tamper('delete from funds.transfer_personal; delete from funds.transfer_internal');
  expect(await verifyLedger(funds.database)).toMatchObject({ erased: 2, faults: [] });
});

test('every check of the list was seen to fail above', () => {
  expect(ledgerChecks.map(({ check }) => check).sort()).toEqual([
    'accounts',
    'balance',
    'corrections',
    'districts',
    'entries',
    'links',
    'outcomes',
    'records',
    'sets',
    'states',
  ]);
});
