import { appOf } from '@linju/kit';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { askSubgraph } from '../../../test/support/ask-subgraph.js';
import {
  individualInput,
  makeActivePartner,
  makeNeed,
  makeScheme,
  officer,
  officerAway,
  organisationInput,
  refusalsOf,
  startSample,
} from '../test-support/sample-partners.js';
import { storedRows } from '../test-support/stored-rows.js';
import { writeAs, writtenId } from '../test-support/write-as.js';

let sample: Awaited<ReturnType<typeof startSample>>;
let schemeId: string;
beforeAll(async () => {
  sample = await startSample();
  schemeId = await makeScheme(sample.door);
});
afterAll(() => sample[Symbol.asyncDispose]());

/** An active partner without premises that has delivered once in 2024. */
async function makeDeserving(input = organisationInput({ premises: { state: 'NONE' } })) {
  const made = await makeActivePartner(sample.door, schemeId, input);
  const needId = await makeNeed(sample.door);
  const { partnerId } = made;
  const matchId = await writtenId(sample.door, officer, 'proposeMatch', { needId, partnerId });
  await writtenId(sample.door, officer, 'moveMatch', { matchId, to: 'ACCEPTED' });
  await writtenId(sample.door, officer, 'moveMatch', { matchId, to: 'DELIVERED' });
  return made;
}

const evaluate = (membershipId: string, change: object = {}, select = 'result') =>
  writeAs(sample.door, officer, `evaluateMembership { ${select} }`, {
    membershipId,
    year: 2024,
    ...change,
  });
const grant = (membershipId: string, change: object = {}, select = 'id') =>
  writeAs(sample.door, officer, `grantAward { ${select} }`, {
    membershipId,
    year: 2024,
    amountFen: '500000',
    ...change,
  });

test('a deserving partner is found eligible and gets the award', async () => {
  const { membershipId } = await makeDeserving();
  const scores = [{ aspect: '服务专业', points: 90 }];
  const evaluated = await evaluate(
    membershipId,
    { scores },
    'id year result evaluatedAt criteria { criterion result } scores { aspect points }',
  );
  expect(evaluated.record).toMatchObject({
    year: 2024,
    result: 'ELIGIBLE',
    evaluatedAt: '2024-10-16T00:00:00+08:00',
    criteria: [
      { criterion: 'ACTIVE_MEMBERSHIP', result: 'MET' },
      { criterion: 'PREMISES_SAFETY', result: 'MET' },
      { criterion: 'REVENUE_SHARE', result: 'MET' },
      { criterion: 'DELIVERED_ACT', result: 'MET' },
    ],
    scores,
  });
  const money = (fen: string) => ({ fen, currency: 'CNY' });
  const { record } = await grant(
    membershipId,
    {},
    `title year amount { fen currency } amountMin { fen currency } amountMax { fen currency } transferRef
     evaluation { id } membership { id }`,
  );
  expect(record).toEqual({
    title: '优秀合伙人',
    year: 2024,
    amount: money('500000'),
    amountMin: money('300000'),
    amountMax: money('1000000'),
    transferRef: null,
    evaluation: { id: evaluated.record?.['id'] },
    membership: { id: membershipId },
  });
});

test.each(['299999', '1000001', '0'])('%s fen are outside the range', async (amountFen) => {
  const { membershipId } = await makeDeserving();
  await evaluate(membershipId);
  const before = await storedRows(sample.testDatabase);
  expect((await grant(membershipId, { amountFen })).refusals).toEqual(['AMOUNT_REFUSED amountFen']);
  expect(await storedRows(sample.testDatabase)).toEqual(before);
});

test.each(['300000', '1000000'])('%s fen, an end of the range, are inside', async (amountFen) => {
  const { membershipId } = await makeDeserving();
  await evaluate(membershipId);
  expect((await grant(membershipId, { amountFen })).refusals).toEqual([]);
});

test.each(['-1', '500000.5', 500_000, '1e6'])(
  'an amount of %j never reaches the rule',
  async (amountFen) => {
    await expect(grant('membership_fixture_any', { amountFen })).rejects.toThrow(/amountFen/);
  },
);

test('the transfer that paid an award is named, if there is one', async () => {
  const { membershipId } = await makeDeserving();
  await evaluate(membershipId);
  expect((await grant(membershipId, { transferRef: 'x' })).refusals).toEqual([
    'BAD_USER_INPUT transferRef',
  ]);
  const transferRef = 'transfer_fixture_award';
  expect((await grant(membershipId, { transferRef }, 'transferRef')).record).toEqual({
    transferRef,
  });
});

test('a membership wins once a year, however many try at once', async () => {
  const { membershipId } = await makeDeserving();
  await evaluate(membershipId);
  const answers = await Promise.all(Array.from({ length: 8 }, () => grant(membershipId)));
  expect(answers.map(({ refusals }) => refusals.join()).sort()).toEqual([
    '',
    ...Array.from({ length: 7 }, () => 'RULE_VIOLATED year'),
  ]);
});

test('what the records leave unknown is stated by the office, and only that', async () => {
  const { membershipId } = await makeDeserving(organisationInput());
  expect((await evaluate(membershipId)).record).toEqual({ result: 'UNDECIDED' });
  expect((await grant(membershipId)).refusals).toEqual(['RULE_VIOLATED membershipId']);
  const safe = { criterion: 'PREMISES_SAFETY', result: 'MET', detail: '2024年9月检查合格' };
  const overruling = { ...safe, criterion: 'ACTIVE_MEMBERSHIP' };
  expect((await evaluate(membershipId, { verdicts: [overruling] })).refusals).toEqual([
    'RULE_VIOLATED verdicts',
  ]);
  expect((await evaluate(membershipId, { verdicts: [safe, safe] })).refusals).toEqual([
    'DUPLICATE verdicts',
  ]);
  sample.clock.moveTo(new Date('2024-10-17T00:00:00+08:00'));
  expect((await evaluate(membershipId, { verdicts: [safe] })).record).toEqual({
    result: 'ELIGIBLE',
  });
  expect((await grant(membershipId)).refusals).toEqual([]);
});

test('the newest evaluation of the year counts', async () => {
  const { membershipId } = await makeDeserving();
  await evaluate(membershipId);
  await writtenId(sample.door, officer, 'moveMembership', {
    membershipId,
    to: 'SUSPENDED',
    reason: '整改',
  });
  sample.clock.moveTo(new Date('2024-10-18T00:00:00+08:00'));
  expect((await evaluate(membershipId)).record).toEqual({ result: 'NOT_ELIGIBLE' });
  expect((await grant(membershipId)).refusals).toEqual(['RULE_VIOLATED membershipId']);
  await writtenId(sample.door, officer, 'moveMembership', { membershipId, to: 'ACTIVE' });
  expect((await grant(membershipId)).refusals).toEqual(['RULE_VIOLATED membershipId']);
});

test('an evaluation of another year, and none at all, give no award', async () => {
  const { membershipId } = await makeDeserving();
  expect((await grant(membershipId)).refusals).toEqual(['RULE_VIOLATED membershipId']);
  await evaluate(membershipId);
  expect((await grant(membershipId, { year: 2023 })).refusals).toEqual([
    'RULE_VIOLATED membershipId',
  ]);
});

test.each([
  ['a year ahead', { year: 2025 }, 'BAD_USER_INPUT year'],
  ['no year', { year: 24 }, 'BAD_USER_INPUT year'],
  ['a score above 100', { scores: [{ aspect: 'a', points: 101 }] }, 'BAD_USER_INPUT scores'],
  [
    'a number to call',
    { verdicts: [{ criterion: 'PREMISES_SAFETY', result: 'MET', detail: '问 13800001234' }] },
    'PERSON_DATA_REFUSED verdicts.detail',
  ],
])('an evaluation with %s is refused', async (_, change, refusal) => {
  const { membershipId } = await makeDeserving();
  expect((await evaluate(membershipId, change)).refusals).toEqual([refusal]);
});

test('a scheme without an award rule gives none', async () => {
  const plain = await makeScheme(sample.door, undefined, { awardRule: null });
  const { membershipId } = await makeActivePartner(sample.door, plain);
  expect((await grant(membershipId)).refusals).toEqual(['RULE_VIOLATED membershipId']);
});

test('awards of persons are counted and listed for officers, and for the public not at all', async () => {
  const scheme = await makeScheme(sample.door);
  const before = schemeId;
  schemeId = scheme;
  const shop = await makeDeserving();
  const person = await makeDeserving(individualInput() as never);
  schemeId = before;
  for (const { membershipId } of [shop, person]) {
    await evaluate(membershipId);
    await writtenId(sample.door, officer, 'grantAward', {
      membershipId,
      year: 2024,
      amountFen: '300000',
    });
  }
  const seenBy = async (viewer: typeof officer) => {
    const { data } = await askSubgraph(
      sample.door,
      `{ partnerScheme(id: "${scheme}") { awards(first: 10, year: 2024) { nodes { membership { partner { type } } } } }
         person: membership(id: "${person.membershipId}") { awards { year } } }`,
      {},
      viewer,
    );
    const { partnerScheme, person: own } = data as unknown as {
      partnerScheme: { awards: { nodes: { membership: { partner: { type: string } } }[] } };
      person: { awards: unknown[] };
    };
    return [
      partnerScheme.awards.nodes.map(({ membership }) => membership.partner.type).sort(),
      own.awards.length,
    ];
  };
  expect(await seenBy(officer)).toEqual([['COMMERCIAL', 'INDIVIDUAL'], 1]);
  expect(await seenBy(appOf(person.partnerId))).toEqual([['COMMERCIAL', 'INDIVIDUAL'], 1]);
  expect(await seenBy(officerAway)).toEqual([['COMMERCIAL'], 0]);
  expect(await seenBy(appOf(shop.partnerId))).toEqual([['COMMERCIAL'], 0]);
});

test('awards and evaluations are the district’s officers’ to write', async () => {
  const { membershipId, partnerId } = await makeDeserving();
  for (const viewer of [officerAway, appOf(partnerId)]) {
    const asked = { membershipId, year: 2024 };
    expect(await refusalsOf(sample.door, viewer, 'evaluateMembership', asked)).toEqual([
      'NOT_AUTHORISED',
    ]);
    expect(
      await refusalsOf(sample.door, viewer, 'grantAward', { ...asked, amountFen: '300000' }),
    ).toEqual(['NOT_AUTHORISED']);
  }
});
