import { anonymous, analystOf, appOf, officerOf, systemViewer } from '@linju/kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { verifyLedger } from '../loaders/verify-ledger.js';
import type { TransferLineInput } from '../schema/post-transfers-input.js';
import {
  district,
  donation,
  expense,
  newKey,
  officer,
  otherDistrict,
  startFunds,
  type TestFunds,
} from '../test-support/start-funds.js';

const postTransfers = /* GraphQL */ `
  mutation ($input: PostTransfersInput!) {
    postTransfers(input: $input) {
      setId
      transfers {
        amountFen
        state
        phase
        channel
        purpose
        donorKind
        fromAccount {
          code
        }
        toAccount {
          code
        }
      }
      userErrors {
        field
        code
        message
      }
    }
  }
`;

let funds: TestFunds;
let fundId: string;
beforeAll(async () => {
  funds = await startFunds();
  fundId = await funds.newFund();
  await funds.post([donation(fundId, 100_000n)]);
});
afterAll(async () => {
  expect((await verifyLedger(funds.database)).faults).toEqual([]);
  await funds[Symbol.asyncDispose]();
});

const line = (over: Partial<Record<keyof TransferLineInput, unknown>> = {}) => ({
  fromAccount: 'WORLD:PUBLIC',
  toAccount: `FUND:${fundId}:CASH`,
  amountFen: '1000',
  code: 'DONATION',
  ...over,
});

async function post(lines: readonly object[], over: object = {}, viewer = officer) {
  const input = { idempotencyKey: newKey(), districtCode: district, lines, ...over };
  const { data, errors } = await funds.ask(postTransfers, { input }, viewer);
  if (errors) return { errors };
  return data?.['postTransfers'] as {
    readonly transfers: readonly object[] | null;
    readonly userErrors: readonly { readonly field: string; readonly code: string }[];
  };
}

const balances = async (code: string) => {
  const { data } = await funds.ask(
    'query ($code: String!) { account(code: $code) { balances { postedIn postedOut pendingIn pendingOut } } }',
    { code },
  );
  return (data?.['account'] as { readonly balances: object }).balances;
};

test('a set is posted as it was sent, and each account tells', async () => {
  const own = await funds.newFund();
  const cash = `FUND:${own}:CASH`;
  expect(
    await post(
      [
        line({ toAccount: cash, amountFen: '5000', channel: 'DIRECTED' }),
        line({
          fromAccount: cash,
          toAccount: `FUND:${own}:RESTRICTED:EVENT`,
          amountFen: '2000',
          code: 'RESTRICT',
        }),
        line({
          fromAccount: `FUND:${own}:RESTRICTED:EVENT`,
          toAccount: 'USE:EVENT',
          amountFen: '500',
          code: 'EXPENDITURE',
        }),
      ],
      { totalFen: '7500' },
    ),
  ).toEqual({
    setId: expect.stringMatching(/^transferset_/),
    userErrors: [],
    transfers: [
      {
        amountFen: '5000',
        state: 'POSTED',
        phase: 'OPERATING',
        channel: 'DIRECTED',
        purpose: null,
        donorKind: 'PUBLIC',
        fromAccount: { code: 'WORLD:PUBLIC' },
        toAccount: { code: cash },
      },
      {
        amountFen: '2000',
        state: 'POSTED',
        phase: null,
        channel: null,
        purpose: 'EVENT',
        donorKind: null,
        fromAccount: { code: cash },
        toAccount: { code: `FUND:${own}:RESTRICTED:EVENT` },
      },
      {
        amountFen: '500',
        state: 'POSTED',
        phase: null,
        channel: null,
        purpose: 'EVENT',
        donorKind: null,
        fromAccount: { code: `FUND:${own}:RESTRICTED:EVENT` },
        toAccount: { code: 'USE:EVENT' },
      },
    ],
  });
  expect(await balances(cash)).toEqual({
    postedIn: '5000',
    postedOut: '2000',
    pendingIn: '0',
    pendingOut: '0',
  });
  expect(await balances(`FUND:${own}:RESTRICTED:EVENT`)).toEqual({
    postedIn: '2000',
    postedOut: '500',
    pendingIn: '0',
    pendingOut: '0',
  });
});

test('a set of a hundred lines takes as many statements as a set of one', async () => {
  const many = async (lines: number) => {
    funds.takeStatements();
    await funds.post(Array.from({ length: lines }, () => donation(fundId, 1n)));
    return funds.takeStatements().length;
  };
  expect(await many(100)).toBe(await many(1));
});

test('what is reserved to leave cannot be spent, and comes free when it is given up', async () => {
  const own = await funds.newFund();
  await funds.post([donation(own, 1_000n)]);
  const reserved = await post([line({ ...spend(own, '700') })], { state: 'PENDING' });
  expect(reserved).toMatchObject({ userErrors: [], transfers: [{ state: 'PENDING' }] });
  expect(await balances(`FUND:${own}:CASH`)).toEqual({
    postedIn: '1000',
    postedOut: '0',
    pendingIn: '0',
    pendingOut: '700',
  });
  expect(await post([line(spend(own, '301'))])).toMatchObject({
    userErrors: [{ code: 'ACCOUNT_OVERDRAWN' }],
  });
  expect(await post([line(spend(own, '300'))])).toMatchObject({ userErrors: [] });
});

const spend = (id: string, amountFen: string) => ({
  fromAccount: `FUND:${id}:CASH`,
  toAccount: 'USE:EVENT',
  code: 'EXPENDITURE',
  amountFen,
});

describe('a set is refused, and nothing of it is written, when', () => {
  const refusals: readonly (readonly [
    string,
    () => readonly [readonly object[], object?],
    string,
    string,
  ])[] = [
    [
      'an amount is zero',
      () => [[line({ amountFen: '0' })]],
      'AMOUNT_REFUSED',
      'lines.0.amountFen',
    ],
    [
      'an amount is huge',
      () => [[line({ amountFen: '1000000000001' })]],
      'AMOUNT_REFUSED',
      'lines.0.amountFen',
    ],
    [
      'it overdraws an account',
      () => [[line(spend(fundId, '999999999999'))]],
      'ACCOUNT_OVERDRAWN',
      'lines.0',
    ],
    [
      'one of its lines overdraws',
      () => [[line(), line(spend(fundId, '999999999999'))]],
      'ACCOUNT_OVERDRAWN',
      'lines.1',
    ],
    [
      'both sides are one account',
      () => [[line({ fromAccount: `FUND:${fundId}:CASH`, code: 'RESTRICT' })]],
      'SET_NOT_BALANCED',
      'lines.0.toAccount',
    ],
    [
      'it does not come to what the paper says',
      () => [[line(), line()], { totalFen: '1999' }],
      'SET_NOT_BALANCED',
      'totalFen',
    ],
    ['it is empty', () => [[]], 'BAD_USER_INPUT', 'lines'],
    [
      'it has 101 lines',
      () => [Array.from({ length: 101 }, () => line())],
      'BAD_USER_INPUT',
      'lines',
    ],
    [
      'an account has no such form',
      () => [[line({ toAccount: 'FUND:nobody' })]],
      'BAD_USER_INPUT',
      'lines.0.toAccount',
    ],
    [
      'a fund is not there',
      () => [[line({ toAccount: 'FUND:fund_fixture_none:CASH' })]],
      'NOT_FOUND',
      'lines.0',
    ],
    [
      'a fund of a restricted account is not there',
      () => [[line({ toAccount: 'FUND:fund_fixture_none:RESTRICTED:EVENT' })]],
      'NOT_FOUND',
      'lines',
    ],
    [
      'a purpose is not in the list',
      () => [[line({ purpose: 'FIREWORKS' })]],
      'NOT_FOUND',
      'lines.purpose',
    ],
    [
      'a purpose is not that of the account',
      () => [[line({ ...spend(fundId, '1'), purpose: 'ADMINISTRATION' })]],
      'BAD_USER_INPUT',
      'lines.0.purpose',
    ],
    [
      'restricted money is to leave for another purpose',
      () => [
        [line({ ...spend(fundId, '1'), fromAccount: `FUND:${fundId}:RESTRICTED:HARDSHIP_RELIEF` })],
      ],
      'RESTRICTED_PURPOSE',
      'lines.0',
    ],
    [
      'the kind does not fit the accounts',
      () => [[line({ code: 'EXPENDITURE' })]],
      'RULE_VIOLATED',
      'lines.0.code',
    ],
    [
      'it calls itself a correction',
      () => [[line({ code: 'CORRECTION' })]],
      'RULE_VIOLATED',
      'lines.0.code',
    ],
    [
      'the channel does not fit the kind',
      () => [[line({ code: 'SALE', channel: 'MONTHLY' })]],
      'RULE_VIOLATED',
      'lines.0.channel',
    ],
    [
      'money that leaves names a channel',
      () => [[line({ ...spend(fundId, '1'), channel: 'OTHER' })]],
      'RULE_VIOLATED',
      'lines.0.channel',
    ],
    [
      'it calls money FOUNDING without a pledge',
      () => [[line({ phase: 'FOUNDING' })]],
      'RULE_VIOLATED',
      'lines.0.phase',
    ],
    [
      'an effectiveAt lies in the future',
      () => [[line({ effectiveAt: '2199-01-01T00:00:00+08:00' })]],
      'BAD_USER_INPUT',
      'lines.0.effectiveAt',
    ],
    [
      'it is of an earlier day without a note',
      () => [[line({ effectiveAt: '2024-01-01T00:00:00+08:00' })]],
      'RULE_VIOLATED',
      'lines.0.effectiveAt',
    ],
    [
      'goods have no valuation',
      () => [[line({ code: 'IN_KIND_RECEIPT', toAccount: `FUND:${fundId}:IN_KIND` })]],
      'BAD_USER_INPUT',
      'lines.0.valuationBasis',
    ],
    [
      'money has a valuation',
      () => [[line({ valuationBasis: '市场价' })]],
      'BAD_USER_INPUT',
      'lines.0.valuationBasis',
    ],
    [
      'an individual is to be named',
      () => [
        [
          line({
            fromAccount: 'WORLD:INDIVIDUAL',
            donor: { name: '甲' },
            donorVisibility: 'NAMED',
          }),
        ],
      ],
      'RULE_VIOLATED',
      'lines.0.donorVisibility',
    ],
    [
      'a donor is named twice',
      () => [
        [
          line({
            fromAccount: 'WORLD:ORGANISATION',
            donor: { name: '甲', organisationId: 'organisation_fixture_a' },
          }),
        ],
      ],
      'BAD_USER_INPUT',
      'lines.0.donor',
    ],
    [
      'a donor’s name holds a phone number',
      () => [[line({ fromAccount: 'WORLD:INDIVIDUAL', donor: { name: '甲 13800138000' } })]],
      'PERSON_DATA_REFUSED',
      'lines.0.donor.name',
    ],
    [
      'an outcome has no weight',
      () => [
        [
          line({
            ...spend(fundId, '1'),
            outcomes: [{ type: 'Event', id: 'event_fixture_a', weightBps: 0 }],
          }),
        ],
      ],
      'BAD_USER_INPUT',
      'lines.0.outcomes',
    ],
    [
      'a reference is of no known type',
      () => [[line({ sourceRef: { type: 'Rumour', id: 'rumour_fixture_a' } })]],
      'BAD_USER_INPUT',
      'lines.0.sourceRef',
    ],
    [
      'a pledge is not there',
      () => [[line({ sourceRef: { type: 'Pledge', id: 'pledge_fixture_none' } })]],
      'NOT_FOUND',
      'lines.0.sourceRef',
    ],
    [
      'a grant payment names no grant',
      () => [[line({ ...spend(fundId, '1'), code: 'GRANT_PAYMENT' })]],
      'RULE_VIOLATED',
      'lines.0.sourceRef',
    ],
    [
      'an account lies in another district',
      () => [[line({ toAccount: `STREET:${otherDistrict}001:SERVICE_CENTRE` })]],
      'PLACE_MISMATCH',
      'lines.0',
    ],
    [
      'a partner’s share is entered in the books of another district',
      () => [
        [
          line({
            fromAccount: 'WORLD:PARTNER',
            toAccount: `PARTNER:partner_fixture_a:SHARE_DUE:${otherDistrict}`,
            code: 'REVENUE_SHARE',
          }),
        ],
      ],
      'PLACE_MISMATCH',
      'lines.0',
    ],
    [
      'it is dated before there was such a fund, whatever the note',
      () => [[line({ effectiveAt: '1969-07-20T00:00:00+08:00', note: '补录' })]],
      'RULE_VIOLATED',
      'lines.0.effectiveAt',
    ],
    [
      'a street is not in the register',
      () => [[line({ toAccount: `STREET:${district}009:SERVICE_CENTRE` })]],
      'NOT_FOUND',
      'streetCode',
    ],
    [
      'an officer imports history',
      () => [[line()], { imported: true }],
      'NOT_AUTHORISED',
      'imported',
    ],
    [
      'the key is too long',
      () => [[line()], { idempotencyKey: 'k'.repeat(256) }],
      'BAD_USER_INPUT',
      'idempotencyKey',
    ],
  ];

  test.each(refusals)('%s', async (_, lines, code, field) => {
    const [before] = await funds.sql('select count(*) from funds.transfer');
    const [sent, over] = lines();
    expect(await post(sent, over)).toMatchObject({
      transfers: null,
      userErrors: [{ code, field }],
    });
    expect(await funds.sql('select count(*) from funds.transfer')).toEqual([before]);
  });

  test('two funds are touched by one transfer', async () => {
    const other = await funds.newFund();
    const between = line({
      ...spend(fundId, '1'),
      toAccount: `FUND:${other}:CASH`,
      code: 'DONATION',
    });
    expect(await post([between])).toMatchObject({ userErrors: [{ code: 'RULE_VIOLATED' }] });
  });

  test('the set crosses districts', async () => {
    const other = await funds.newFund({ districtCode: otherDistrict });
    const both = [line(), line({ toAccount: `FUND:${other}:CASH` })];
    expect(await post(both)).toMatchObject({
      userErrors: [{ code: 'PLACE_MISMATCH', field: 'lines.1' }],
    });
  });

  test.each([
    ['fractional', '10.5'],
    ['negative', '-1'],
    ['written with an exponent', '1e3'],
    ['past 64 bits', '9223372036854775808'],
    ['full-width', '１０'],
  ])('an amount is %s', async (_, amountFen) => {
    expect(await post([line({ amountFen })])).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });
});

test.each([
  ['anonymous', anonymous],
  ['a partner’s app', appOf('partner_fixture_a')],
  ['an analyst', analystOf('990100')],
  ['an officer of another district', officerOf(otherDistrict)],
])('%s cannot post', async (_, viewer) => {
  expect(await post([line()], {}, viewer)).toMatchObject({
    transfers: null,
    userErrors: [{ code: 'NOT_AUTHORISED' }],
  });
});

test('a fund’s state decides which way money moves', async () => {
  const preparing = await funds.newFund({ state: 'PREPARING' });
  await funds.post([donation(preparing, 500n)]);
  expect(await post([line(spend(preparing, '1'))])).toMatchObject({
    userErrors: [{ code: 'RULE_VIOLATED', message: expect.stringContaining('PREPARING') }],
  });
});

test('the same channel stands in both phases: only the pledge tells which', async () => {
  const own = await funds.newFund();
  const { data } = await funds.ask(
    `mutation ($input: OpenPledgeInput!) { openPledge(input: $input) { pledge { id } userErrors { code } } }`,
    {
      input: {
        idempotencyKey: newKey(),
        fundId: own,
        kind: 'FOUNDING',
        amountFen: '1000',
        from: '2024-01-01',
        donorKind: 'ORGANISATION',
      },
    },
  );
  const { pledge } = data?.['openPledge'] as { readonly pledge: { readonly id: string } };
  const directed = {
    fromAccount: 'WORLD:ORGANISATION',
    toAccount: `FUND:${own}:CASH`,
    channel: 'DIRECTED',
  };
  const sourceRef = { type: 'Pledge', id: pledge.id };
  expect(await post([line({ ...directed, sourceRef }), line(directed)])).toMatchObject({
    transfers: [
      { channel: 'DIRECTED', phase: 'FOUNDING' },
      { channel: 'DIRECTED', phase: 'OPERATING' },
    ],
  });
});

test('history keeps its own time, and M10 as it stood is told from M10 as it is known now', async () => {
  const own = await funds.newFund();
  const history = {
    toAccount: `FUND:${own}:CASH`,
    amountFen: '300',
    effectiveAt: '2024-06-01T00:00:00+08:00',
  };
  await post([line({ ...history, phase: 'FOUNDING' })], { imported: true }, systemViewer);
  await post(
    [line({ ...history, amountFen: '100', phase: 'OPERATING' })],
    { imported: true },
    systemViewer,
  );
  const { data } = await funds.ask(
    `query ($id: ID!) { fund(id: $id) {
      now: selfGeneration { value }
      then: selfGeneration(asOf: "2024-06-02T00:00:00+08:00") { value }
      asKnownThen: selfGeneration(asOf: "2024-06-02T00:00:00+08:00", knownAt: "2024-06-02T00:00:00+08:00") { value reasonIfNull }
      before: selfGeneration(asOf: "2024-06-01T00:00:00+08:00") { reasonIfNull }
    } }`,
    { id: own },
  );
  expect(data?.['fund']).toEqual({
    now: { value: 0.25 },
    then: { value: 0.25 },
    asKnownThen: { value: null, reasonIfNull: 'DENOMINATOR_ZERO' },
    before: { reasonIfNull: 'DENOMINATOR_ZERO' },
  });
});

test('goods stand in their own account and stay out of M10', async () => {
  const own = await funds.newFund();
  await funds.post([donation(own, 100n)]);
  const goods = {
    toAccount: `FUND:${own}:IN_KIND`,
    code: 'IN_KIND_RECEIPT',
    valuationBasis: '市场价',
  };
  expect(await post([line({ ...goods, amountFen: '900' })])).toMatchObject({ userErrors: [] });
  const { data } = await funds.ask(
    'query ($id: ID!) { fund(id: $id) { selfGeneration { denominator } inflowByChannel { value } } }',
    { id: own },
  );
  expect(data?.['fund']).toEqual({
    selfGeneration: { denominator: '100' },
    inflowByChannel: { value: 100 },
  });
});

test('of the first to post a partner’s share none owns its account', async () => {
  const share = (of: string) =>
    line({
      fromAccount: 'WORLD:PARTNER',
      toAccount: `PARTNER:partner_fixture_seized:SHARE_DUE:${of}`,
      amountFen: '1',
      code: 'REVENUE_SHARE',
    });
  const elsewhere = { districtCode: otherDistrict };
  const stranger = officerOf(otherDistrict);
  expect(await post([share(otherDistrict)], elsewhere, stranger)).toMatchObject({ userErrors: [] });
  expect(await post([share(district)])).toMatchObject({ userErrors: [] });
  expect(await balances(`PARTNER:partner_fixture_seized:SHARE_DUE:${district}`)).toMatchObject({
    postedIn: '1',
  });
});

test('what stands unless it is given is the same when it is written out, also under one key', async () => {
  const idempotencyKey = newKey();
  const sent = [line({ amountFen: '3' })];
  const first = await post(sent, { idempotencyKey });
  const written = { idempotencyKey, state: 'POSTED', imported: false, totalFen: null };
  expect(await post(sent, written)).toEqual(first);
  expect(await post(sent, { idempotencyKey, state: 'PENDING' })).toMatchObject({
    userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }],
  });
});

test('an outcome that another district claims whole can still be paid for in this one', async () => {
  const own = await funds.newFund({ districtCode: otherDistrict });
  const outcomes = [{ type: 'Event', id: 'event_fixture_seized', weightBps: 10_000 }];
  const elsewhere = { districtCode: otherDistrict };
  const stranger = officerOf(otherDistrict);
  const claim = [line({ toAccount: `FUND:${own}:CASH` }), line({ ...spend(own, '1'), outcomes })];
  expect(await post(claim, elsewhere, stranger)).toMatchObject({ userErrors: [] });
  const paid = [line({ ...spend(fundId, '1'), outcomes })];
  expect(await post(paid)).toMatchObject({ userErrors: [] });
  expect(await post(paid)).toMatchObject({ userErrors: [{ code: 'RULE_VIOLATED' }] });
});

test('an outcome is paid for once: its weights come to 10,000 at most in a district', async () => {
  const outcomes = (weightBps: number) => [
    { type: 'Event', id: 'event_fixture_market', weightBps },
  ];
  const half = () => post([line({ ...spend(fundId, '10'), outcomes: outcomes(5_000) })]);
  expect(await half()).toMatchObject({ userErrors: [] });
  expect(await half()).toMatchObject({ userErrors: [] });
  expect(await post([line({ ...spend(fundId, '10'), outcomes: outcomes(1) })])).toMatchObject({
    userErrors: [{ code: 'RULE_VIOLATED', field: 'lines.outcomes' }],
  });
});

test('a write leaves one outbox row per transfer and one per fund, and says where it comes from', async () => {
  const own = await funds.newFund();
  const told =
    'select entity_type, entity_id, change, district_code from funds.outbox order by xid, position';
  const before = await funds.sql(told);
  const ids = await funds.post([donation(own, 10n), expense(own, 4n)]);
  expect((await funds.sql(told)).slice(before.length)).toEqual([
    ['Transfer', ids[0], 'CREATED', district],
    ['Transfer', ids[1], 'CREATED', district],
    ['Fund', own, 'CHANGED', district],
  ]);
  const { data } = await funds.ask(
    'query ($id: ID!) { transfer(id: $id) { provenance { method source { id } } } }',
    { id: ids[0] },
  );
  expect(data).toEqual({
    transfer: { provenance: { method: 'RECORDED', source: { id: 'source_seed_workflow' } } },
  });
});
