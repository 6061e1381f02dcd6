import { appOf } from '@linju/kit';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { askSubgraph } from '../../../test/support/ask-subgraph.js';
import { NeedItemState } from '../rules/need-item-states.js';
import {
  home,
  makeActivePartner,
  makeNeed,
  makeScheme,
  officer,
  officerAway,
  refusalsOf,
  startSample,
} from '../test-support/sample-partners.js';
import { storedRows, withAdmin } from '../test-support/stored-rows.js';
import { writeAs, writtenId } from '../test-support/write-as.js';

let sample: Awaited<ReturnType<typeof startSample>>;
beforeAll(async () => {
  sample = await startSample();
});
afterAll(() => sample[Symbol.asyncDispose]());

const input = {
  title: '老人家的收音机坏了',
  category: 'APPLIANCE_REPAIR',
  districtCode: home,
  streetCode: '990102001',
  communityId: 'community_fixture_one',
  raisedAt: '2024-10-01T08:00:00+08:00',
};
const raise = (change: object = {}, select = 'id') =>
  writeAs(sample.door, officer, `raiseNeed { ${select} }`, { ...input, ...change });

test('a need is raised as it was written, and is open', async () => {
  const { record, refusals } = await raise(
    { sourceRequestId: 'request_fixture_radio' },
    `title category district { code } street { code } community { id } raisedAt sourceRequest { id } state
     matches { id } transitions { from to at } provenance { method }`,
  );
  expect(refusals).toEqual([]);
  expect(record).toEqual({
    title: input.title,
    category: 'APPLIANCE_REPAIR',
    district: { code: home },
    street: { code: '990102001' },
    community: { id: 'community_fixture_one' },
    raisedAt: input.raisedAt,
    sourceRequest: { id: 'request_fixture_radio' },
    state: 'OPEN',
    matches: [],
    transitions: [{ from: null, to: 'OPEN', at: input.raisedAt }],
    provenance: { method: 'RECORDED' },
  });
});

test('the first need of a district makes its needs known in part', async () => {
  const coverage = async () => {
    const { data } = await askSubgraph(
      sample.door,
      `{ _entities(representations: [{ __typename: "District", code: "990104" }]) {
         ... on District { partnerTotals { needsRaised coverage { recordKind coverage since } } } } }`,
    );
    return (data?.['_entities'] as { readonly partnerTotals: unknown }[])[0]?.partnerTotals;
  };
  expect(await coverage()).toEqual({ needsRaised: null, coverage: [] });
  await makeNeed(sample.door, {}, '990104');
  expect(await coverage()).toEqual({
    needsRaised: 1,
    coverage: [{ recordKind: 'NeedItem', coverage: 'PARTIAL', since: '2024-10-16' }],
  });
});

test.each([
  ['a mobile number', { title: '请联系 138-0000-1234 修家电' }, 'PERSON_DATA_REFUSED title'],
  ['an e-mail address', { title: '联系 someone@example.com' }, 'PERSON_DATA_REFUSED title'],
  ['no title', { title: '' }, 'BAD_USER_INPUT title'],
  ['an unknown category', { category: 'SPELLS' }, 'NOT_FOUND category'],
  ['a time ahead', { raisedAt: '2024-10-16T00:00:01+08:00' }, 'BAD_USER_INPUT raisedAt'],
  ['a street elsewhere', { streetCode: '990103001' }, 'PLACE_MISMATCH streetCode'],
  ['a malformed request', { sourceRequestId: 'x' }, 'BAD_USER_INPUT sourceRequestId'],
])('a need with %s is refused, and nothing is written', async (_, change, refusal) => {
  const before = await storedRows(sample.testDatabase);
  expect((await raise(change)).refusals).toEqual([refusal]);
  expect(await storedRows(sample.testDatabase)).toEqual(before);
});

test('a request gives one need, however many ask at once', async () => {
  const asked = { sourceRequestId: 'request_fixture_once' };
  const answers = await Promise.all(Array.from({ length: 8 }, () => raise(asked)));
  expect(answers.map(({ refusals }) => refusals.join()).sort()).toEqual([
    '',
    ...Array.from({ length: 7 }, () => 'DUPLICATE sourceRequestId'),
  ]);
  expect((await raise(asked)).refusals).toEqual(['DUPLICATE sourceRequestId']);
});

test('needs without a request are not held against each other', async () => {
  expect((await raise()).refusals).toEqual([]);
  expect((await raise()).refusals).toEqual([]);
});

test('by hand a need is withdrawn or lapses, from where the machine has it, and nothing else', async () => {
  const needId = await makeNeed(sample.door);
  const states = Object.values(NeedItemState);
  const made: string[] = [];
  const refused = new Set<string>();
  for (const from of states) {
    for (const to of states) {
      await withAdmin(
        sample.testDatabase,
        (sql) => sql`
        update partners.need_item set state = ${from} where id = ${needId}`,
      );
      const { record, refusals } = await writeAs(sample.door, officer, 'moveNeed', { needId, to });
      if (record) made.push(`${from}>${to}`);
      else refused.add(refusals.join());
    }
  }
  expect(made).toEqual(['OPEN>WITHDRAWN', 'OPEN>LAPSED', 'MATCHED>WITHDRAWN', 'MATCHED>LAPSED']);
  expect([...refused]).toEqual(['RULE_VIOLATED to', 'MOVE_NOT_ALLOWED to']);
});

test('a need that goes takes its open matches with it', async () => {
  const { door } = sample;
  const schemeId = await makeScheme(door);
  const { partnerId } = await makeActivePartner(door, schemeId);
  const needId = await makeNeed(door);
  await writtenId(door, officer, 'proposeMatch', { needId, partnerId });
  const { record } = await writeAs(
    door,
    officer,
    'moveNeed { state transitions { to reason } matches { state transitions { to reason } } }',
    { needId, to: 'WITHDRAWN', reason: '已自行解决' },
  );
  expect(record).toEqual({
    state: 'WITHDRAWN',
    transitions: [
      { to: 'OPEN', reason: null },
      { to: 'WITHDRAWN', reason: '已自行解决' },
    ],
    matches: [
      {
        state: 'WITHDRAWN',
        transitions: [
          { to: 'PROPOSED', reason: null },
          { to: 'WITHDRAWN', reason: 'The need is WITHDRAWN.' },
        ],
      },
    ],
  });
});

test('needs are raised and moved by officers of their district', async () => {
  for (const viewer of [officerAway, appOf('partner_fixture_one')]) {
    expect(await refusalsOf(sample.door, viewer, 'raiseNeed', input)).toEqual(['NOT_AUTHORISED']);
  }
  const moved = { needId: await makeNeed(sample.door), to: 'WITHDRAWN' };
  expect(await refusalsOf(sample.door, officerAway, 'moveNeed', moved)).toEqual(['NOT_AUTHORISED']);
});
