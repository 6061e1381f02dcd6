import { anonymous } from '@linju/kit';
import { expect, test } from 'vitest';

import { newKey, startFunds } from '../test-support/start-funds.js';
import { writeAs } from '../test-support/write-as.js';

// pledge-by-id, grant-by-id, disclosure-by-id, findings-of-fund and budget-line-by-id, from a list of
// funds down: each level is one statement, whatever the number of funds.
test('what belongs to several funds is read with one statement each', async () => {
  await using funds = await startFunds();
  for (let index = 0; index < 3; index += 1) {
    const fundId = await funds.newFund();
    const key = () => ({ idempotencyKey: newKey(), fundId });
    await writeAs(funds, 'openPledge', {
      ...key(),
      kind: 'FOUNDING',
      amountFen: '5',
      from: '2026-01-01',
      donorKind: 'PUBLIC',
    });
    await writeAs(funds, 'openGrant', {
      ...key(),
      recipientId: 'partner_fixture_a',
      title: '活动',
      purpose: 'EVENT',
      appliedFen: '5',
      milestones: [{ name: '筹备' }],
    });
    await writeAs(funds, 'scheduleDisclosure', {
      ...key(),
      duty: 'COMMUNITY_PERIODIC',
      dueAt: '2026-06-01T00:00:00+08:00',
    });
    await writeAs(funds, 'assessFund', { ...key(), asOf: '2025-06-01T00:00:00+08:00' });
  }
  funds.takeStatements();
  const { data, errors } = await funds.ask(
    `{ funds(area: "990101", first: 10) { nodes {
      pledges(first: 5) { nodes { amountFen fund { id } } }
      grants(first: 5) { nodes { title disbursedFen milestones { name } } }
      disclosures(first: 5) { nodes { duty fund { id } correctionOf { id } } }
      complianceFindings { rule }
    } } }`,
    {},
    anonymous,
  );
  expect(errors).toBeUndefined();
  const fund = {
    pledges: { nodes: [{ amountFen: '5', fund: { id: expect.any(String) } }] },
    grants: { nodes: [{ title: '活动', disbursedFen: '0', milestones: [{ name: '筹备' }] }] },
    disclosures: {
      nodes: [{ duty: 'COMMUNITY_PERIODIC', fund: { id: expect.any(String) }, correctionOf: null }],
    },
    complianceFindings: Array.from({ length: 10 }, (_, index) => ({ rule: `R${index + 1}` })),
  };
  expect(data).toEqual({ funds: { nodes: [fund, fund, fund] } });
  // funds, pledges, grants, disclosures, findings, disbursed, milestones, and the funds of each again.
  expect(funds.takeStatements()).toHaveLength(8);
});

test('lists of places: budget lines and disclosures of a district and of its city', async () => {
  await using funds = await startFunds();
  const line = {
    year: 2026,
    phase: 'PROPOSED',
    functionalCode: '1',
    economicCode: '2',
    purpose: 'EVENT',
    amountFen: '3',
  };
  for (const place of ['990101', '990101001'])
    await writeAs(funds, 'recordBudgetLine', { ...line, place });
  const fundId = await funds.newFund();
  await writeAs(funds, 'scheduleDisclosure', {
    fundId,
    duty: 'COMMUNITY_PERIODIC',
    dueAt: '2026-06-01T00:00:00+08:00',
  });
  const { data } = await funds.ask(`{
    city: budgetLines(area: "990100", first: 5) { nodes { place { __typename } } }
    street: budgetLines(area: "990101001", first: 5, purpose: "EVENT") { nodes { place { ... on Street { code } } } }
    other: budgetLines(area: "990102", first: 5) { nodes { id } }
    disclosures(area: "990100", first: 5) { nodes { fund { id } } }
  }`);
  expect(data).toEqual({
    city: { nodes: [{ place: { __typename: 'District' } }, { place: { __typename: 'Street' } }] },
    street: { nodes: [{ place: { code: '990101001' } }] },
    other: { nodes: [] },
    disclosures: { nodes: [{ fund: { id: fundId } }] },
  });
});

test('every record of ours is found by another subgraph’s reference, and an unknown one is null', async () => {
  await using funds = await startFunds();
  const representations = [
    { __typename: 'Fund', id: 'fund_seed_yeyachong' },
    { __typename: 'Transfer', id: 'transfer_seed_yeyachong_founding' },
    { __typename: 'Account', code: 'FUND:fund_seed_yeyachong:CASH' },
    { __typename: 'ComplianceFinding', id: 'compliancefinding_seed_yeyachong_r8' },
    ...['Pledge', 'Grant', 'Disclosure', 'BudgetLine', 'Fund', 'Transfer'].map((__typename) => ({
      __typename,
      id: `${__typename.toLowerCase()}_fixture_none`,
    })),
    { __typename: 'Account', code: 'FUND:fund_fixture_none:CASH' },
  ];
  const { data, errors } = await funds.ask(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Fund { name } ... on Transfer { amountFen } ... on Account { kind } ... on ComplianceFinding { result }
      ... on Pledge { id } ... on Grant { id } ... on Disclosure { id } ... on BudgetLine { id }
    } }`,
    { representations },
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    _entities: [
      { name: '野鸭冲社区公益基金' },
      { amountFen: '10050000' },
      { kind: 'FUND_CASH' },
      { result: 'NOT_MET' },
      ...Array.from({ length: 7 }, () => null),
    ],
  });
});

test.each([
  ['budgetLines', '999999', 'NOT_FOUND'],
  ['budgetLines', '990101009', 'NOT_FOUND'],
  ['disclosures', '999999', 'NOT_FOUND'],
  ['disclosures', '999900', 'NOT_FOUND'],
  // They are kept by district: of a street there could never be any.
  ['disclosures', '990101001', 'BAD_USER_INPUT'],
])('%s of %s is no empty list but %s', async (list, area, code) => {
  await using funds = await startFunds();
  const { errors } = await funds.ask(
    `{ ${list}(area: "${area}", first: 5) { totalCount } }`,
    {},
    anonymous,
  );
  expect(errors).toMatchObject([{ extensions: { code } }]);
});
