import { officerOf, type Transaction } from '@linju/kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import {
  district,
  donation,
  officer,
  otherDistrict,
  startFunds,
  textStatement,
  type TestFunds,
} from '../test-support/start-funds.js';

// M8: what the database refuses by itself, asked with the subgraph's own login, past every rule.

let funds: TestFunds;
let fundId: string;
let transferId: string;
beforeAll(async () => {
  funds = await startFunds();
  fundId = await funds.newFund();
  [transferId = ''] = await funds.post([donation(fundId, 1_000n)]);
});
afterAll(async () => {
  await funds[Symbol.asyncDispose]();
});

const run = (sql: readonly string[], viewer = officer): Promise<unknown> =>
  funds.database.write(viewer, { repeatable: false }, async (tx: Transaction) => {
    for (const text of sql) await tx.rows(textStatement(text), {});
  });

describe.each([
  'transfer',
  'entry',
  'transfer_set',
  'set_resolution',
  'ledger_link',
  'transfer_outcome',
  'transfer_personal',
  'transfer_internal',
  'compliance_finding',
  'budget_line',
])('funds.%s is append-only by privilege:', (table) => {
  test.each([
    ['changed', `update funds.${table} set district_code = district_code`],
    ['deleted', `delete from funds.${table}`],
    ['emptied', `truncate funds.${table} cascade`],
  ])('nothing is %s', async (_, sql) => {
    await expect(run([sql])).rejects.toMatchObject({ code: 'NOT_AUTHORISED' });
  });
});

test.each([
  ['an account’s code', `update funds.account set code = 'X'`],
  ['an account’s district', `update funds.account set district_code = '${otherDistrict}'`],
  ['a chain’s name', `update funds.ledger_head set ledger_id = 'X'`],
  ['a table', 'alter table funds.transfer add column x int'],
  ['a trigger', 'alter table funds.transfer_set disable trigger all'],
])('%s cannot be changed', async (_, sql) => {
  await expect(run([sql])).rejects.toMatchObject({ code: 'NOT_AUTHORISED' });
});

const set = (id: string, size: number) =>
  `insert into funds.transfer_set (id, size, district_code, caller, idempotency_key)
   values ('transferset_${id}', ${size}, '${district}', 'test', '${id}')`;
const transfer = (id: string, line = 1, size = 1, over: Record<string, string> = {}) => {
  const row: Record<string, string> = {
    id: `'transfer_${id}_${line}'`,
    set_id: `'transferset_${id}'`,
    set_size: String(size),
    line: String(line),
    district_code: `'${district}'`,
    fund_id: `'${fundId}'`,
    ledger_id: `'${fundId}'`,
    from_account: `'WORLD:PUBLIC'`,
    to_account: `'FUND:${fundId}:CASH'`,
    amount_fen: '5',
    code: `'DONATION'`,
    channel: `'OTHER'`,
    phase: `'OPERATING'`,
    effective_at: 'now()',
    recorded_at: 'now()',
    imported: 'false',
    donor_visibility: `'ANONYMOUS'`,
    ...over,
  };
  return `insert into funds.transfer (${Object.keys(row).join(', ')}) values (${Object.values(row).join(', ')})`;
};
const entry = (id: string, side: 'DEBIT' | 'CREDIT', amountFen: number, account?: string) =>
  `insert into funds.entry (transfer_id, side, account_code, amount_fen, district_code)
   values ('transfer_${id}', '${side}', '${account ?? (side === 'DEBIT' ? 'WORLD:PUBLIC' : `FUND:${fundId}:CASH`)}', ${amountFen}, '${district}')`;

test('a set that is whole is let in', async () => {
  await run([
    set('whole', 1),
    transfer('whole'),
    entry('whole_1', 'DEBIT', -5),
    entry('whole_1', 'CREDIT', 5),
  ]);
});

describe('at commit the database refuses', () => {
  test.each([
    ['a set without its transfers', () => [set('a', 1)]],
    [
      'half a set',
      () => [
        set('b', 2),
        transfer('b', 1, 2),
        entry('b_1', 'DEBIT', -5),
        entry('b_1', 'CREDIT', 5),
      ],
    ],
    ['a transfer without entries', () => [set('c', 1), transfer('c')]],
    ['a transfer with one entry', () => [set('d', 1), transfer('d'), entry('d_1', 'CREDIT', 5)]],
    [
      'entries that do not come to 0',
      () => [set('e', 1), transfer('e'), entry('e_1', 'DEBIT', -4), entry('e_1', 'CREDIT', 5)],
    ],
    [
      'entries of another amount',
      () => [set('f', 1), transfer('f'), entry('f_1', 'DEBIT', -6), entry('f_1', 'CREDIT', 6)],
    ],
    [
      'entries of other accounts',
      () => [
        set('g', 1),
        transfer('g'),
        entry('g_1', 'DEBIT', -5, 'WORLD:PARTNER'),
        entry('g_1', 'CREDIT', 5),
      ],
    ],
    [
      'an account that is not there',
      () => {
        const account = 'PARTNER:partner_fixture_none:SHARE_DUE:990101';
        const over = { to_account: `'${account}'`, fund_id: 'null', ledger_id: `'${district}'` };
        return [
          set('h', 1),
          transfer('h', 1, 1, over),
          entry('h_1', 'DEBIT', -5),
          entry('h_1', 'CREDIT', 5, account),
        ];
      },
    ],
  ])('%s', async (_, sql) => {
    await expect(run(sql())).rejects.toMatchObject({ code: 'SET_NOT_BALANCED' });
  });
});

describe('at once the database refuses', () => {
  test.each([
    [
      'a third entry',
      () => [entry(transferId.slice('transfer_'.length), 'CREDIT', 1)],
      { code: 'DUPLICATE' },
    ],
    ['an entry of no transfer', () => [entry('nobody', 'CREDIT', 1)], { code: 'NOT_FOUND' }],
    ['a transfer of no set', () => [transfer('i')], { code: 'NOT_FOUND' }],
    [
      'a line beyond the set',
      () => [set('j', 1), transfer('j', 2)],
      { constraint_name: 'transfer_line_in_set' },
    ],
    ['a set of another size', () => [set('k', 1), transfer('k', 1, 2)], { code: 'NOT_FOUND' }],
    [
      'an amount of 0',
      () => [set('l', 1), transfer('l', 1, 1, { amount_fen: '0' })],
      { code: 'AMOUNT_REFUSED' },
    ],
    [
      'an account overdrawn',
      () => ['update funds.account set posted_out = posted_in + 1'],
      { code: 'ACCOUNT_OVERDRAWN' },
    ],
    [
      'an account overdrawn by a reservation',
      () => ['update funds.account set pending_out = posted_in + 1'],
      { code: 'ACCOUNT_OVERDRAWN' },
    ],
    [
      'restricted money for another purpose',
      () => {
        const over = {
          from_account: `'FUND:${fundId}:RESTRICTED:EVENT'`,
          to_account: `'USE:ADMINISTRATION'`,
          purpose: `'ADMINISTRATION'`,
        };
        return [
          set('m', 1),
          transfer('m', 1, 1, { ...over, code: `'EXPENDITURE'`, channel: 'null', phase: 'null' }),
        ];
      },
      { code: 'RESTRICTED_PURPOSE' },
    ],
    [
      'a second resolution',
      () => [
        `insert into funds.set_resolution (set_id, district_code, state, effective_at, recorded_at) select set_id, district_code, 'VOIDED', now(), now() from funds.transfer where id = '${transferId}'`,
      ],
      { code: 'MOVE_NOT_ALLOWED' },
    ],
    [
      'a transfer of another fund’s account',
      () => [
        set('n', 1),
        transfer('n', 1, 1, { fund_id: `'fund_fixture_b'`, ledger_id: `'fund_fixture_b'` }),
      ],
      { constraint_name: 'transfer_of_one_fund' },
    ],
    [
      'more than the whole of an outcome',
      () => [
        `insert into funds.outcome_weight values ('Event', 'event_fixture_x', 10001, '${district}')`,
      ],
      { code: 'RULE_VIOLATED' },
    ],
  ])('%s', async (_, sql, refusal) => {
    await expect(run(sql())).rejects.toMatchObject(refusal);
  });

  test('a second correction of one transfer', async () => {
    const reversal = (id: string) =>
      transfer(id, 1, 1, {
        from_account: `'FUND:${fundId}:CASH'`,
        to_account: `'WORLD:PUBLIC'`,
        code: `'CORRECTION'`,
        corrects: `'${transferId}'`,
        correction_note: `'重复'`,
      });
    await expect(
      run([set('o', 1), reversal('o'), set('p', 1), reversal('p')]),
    ).rejects.toMatchObject({
      code: 'TRANSFER_ALREADY_CORRECTED',
    });
  });

  test('money of another district', async () => {
    const foreign = officerOf(otherDistrict);
    await expect(run([set('q', 1)], foreign)).rejects.toMatchObject({ code: 'NOT_AUTHORISED' });
    await run(['update funds.account set posted_in = posted_in + 1'], foreign);
    expect(
      await funds.sql(`select posted_in from funds.account where code = 'FUND:${fundId}:CASH'`),
    ).toEqual([[1_000n]]);
  });
});

test('nothing of what was refused is there', async () => {
  expect(
    await funds.sql(`select id from funds.transfer_set where id ~ '^transferset_[a-z]$'`),
  ).toEqual([]);
});
