import { analystOf, anonymous, appOf, type Viewer } from '@linju/kit';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { askSubgraph } from '../../../test/support/ask-subgraph.js';
import {
  agreementInput,
  individualInput,
  makeActivePartner,
  makeAgreement,
  makeNeed,
  makeScheme,
  officer,
  officerAway,
  organisationInput,
  startSample,
} from '../test-support/sample-partners.js';
import { writtenId } from '../test-support/write-as.js';

// Fixture Q7, as far as it goes without the safety subgraph: where it says "clean premises" or "an overdue hazard"
// the safety of known premises is UNKNOWN, so P1 and P2 stand undecided and P1N, without premises, shows the verdict.

let sample: Awaited<ReturnType<typeof startSample>>;
let schemeId: string;
const members: Record<string, { readonly partnerId: string; readonly membershipId: string }> = {};

const known = organisationInput({
  premises: { state: 'KNOWN', facilityIds: ['facility_fixture_p'] },
});
const without = () => organisationInput({ premises: { state: 'NONE' } });

beforeAll(async () => {
  sample = await startSample();
  const { door } = sample;
  schemeId = await makeScheme(door);
  members['P1'] = await sharing(known);
  members['P1N'] = await sharing(without());
  members['P3'] = await sharing(without());
  members['P4'] = await sharing(without());
  members['P5'] = await makeActivePartner(door, schemeId);
  members['P6'] = await makeActivePartner(door, schemeId, individualInput());
  for (const name of ['P5', 'P6']) await deliver(members[name]!.partnerId);
  sample.clock.moveTo(new Date('2024-10-17T00:00:00+08:00'));
  await writtenId(door, officer, 'moveMembership', {
    membershipId: members['P4']!.membershipId,
    to: 'SUSPENDED',
    reason: '整改',
  });
});
afterAll(() => sample[Symbol.asyncDispose]());

/** An active partner that owes 500 fen for the third quarter. */
async function sharing(input: ReturnType<typeof organisationInput>) {
  const made = await makeActivePartner(sample.door, schemeId, input);
  const terms = {
    revenueShareBps: 500,
    beneficiaryAccount: { kind: 'COMMUNITY_FUND', fundId: 'fund_fixture_one' },
  };
  const agreementId = await makeAgreement(
    sample.door,
    agreementInput(made.membershipId, terms),
    'SIGNED',
  );
  await writtenId(sample.door, officer, 'recordRevenueShareDue', {
    agreementId,
    from: '2024-07-01T00:00:00+08:00',
    to: '2024-10-01T00:00:00+08:00',
    baseFen: '10000',
    dueOn: '2024-10-10',
  });
  return made;
}

async function deliver(partnerId: string) {
  const needId = await makeNeed(sample.door);
  const matchId = await writtenId(sample.door, officer, 'proposeMatch', { needId, partnerId });
  await writtenId(sample.door, officer, 'moveMatch', { matchId, to: 'ACCEPTED' });
  await writtenId(sample.door, officer, 'moveMatch', { matchId, to: 'DELIVERED' });
}

/** Asks as the gateway does: the key with what funds has added to it. */
async function candidacy(
  name: string,
  { viewer = officer, ...added }: { readonly viewer?: Viewer } & Record<string, unknown> = {},
) {
  const member = members[name]!;
  const representation = {
    __typename: 'AwardCandidacy',
    ...member,
    year: 2024,
    asOf: null,
    ...added,
  };
  const { data, errors } = await askSubgraph(
    sample.door,
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on AwardCandidacy {
      membershipId year asOf partner { id } membership { id } result criteria { criterion result detail { zh en } } } } }`,
    { of: [representation] },
    viewer,
  );
  expect(errors).toBeUndefined();
  const [found] = data?.['_entities'] as {
    readonly result: string | null;
    readonly criteria: { readonly result: string }[] | null;
  }[];
  return [found!.result, found!.criteria?.map(({ result }) => result).join(' ') ?? null];
}

const paid = { sharePaidFen: '500', contributionsPosted: 2 };

test.each([
  ['P1', paid, 'UNDECIDED', 'MET UNKNOWN MET MET'],
  ['P1N', paid, 'ELIGIBLE', 'MET MET MET MET'],
  ['P3', { ...paid, sharePaidFen: '250' }, 'NOT_ELIGIBLE', 'MET MET NOT_MET MET'],
  ['P4', paid, 'NOT_ELIGIBLE', 'NOT_MET MET MET MET'],
  ['P5', { sharePaidFen: '0', contributionsPosted: 0 }, 'UNDECIDED', 'MET UNKNOWN MET MET'],
  ['P6', { sharePaidFen: '0', contributionsPosted: 0 }, 'ELIGIBLE', 'MET MET MET MET'],
])('%s', async (name, added, outcome, results) => {
  expect(await candidacy(name, added)).toEqual([outcome, results]);
});

test('without funds what rests on it is unknown, and nobody is declared eligible', async () => {
  expect(await candidacy('P1N')).toEqual(['UNDECIDED', 'MET MET UNKNOWN UNKNOWN']);
  expect(await candidacy('P6')).toEqual(['ELIGIBLE', 'MET MET MET MET']);
});

test.each([
  ['anonymous', anonymous, null],
  ['an officer of another district', officerAway, null],
  ['another partner’s app', appOf('partner_fixture_other'), null],
  ['an analyst of the city', analystOf('990100'), 'ELIGIBLE'],
] as const)('%s', async (_, viewer, outcome) => {
  expect((await candidacy('P1N', { viewer, ...paid }))[0]).toBe(outcome);
});

test('a partner sees its own criteria', async () => {
  const viewer = appOf(members['P1N']!.partnerId);
  expect(await candidacy('P1N', { viewer, ...paid })).toEqual(['ELIGIBLE', 'MET MET MET MET']);
});

test('an instant asks what was true just before it', async () => {
  const stateBefore = async (asOf: string) =>
    (await candidacy('P4', { ...paid, asOf }))[1]?.split(' ')[0];
  expect(await stateBefore('2024-10-16T00:00:00+08:00')).toBe('NOT_MET');
  expect(await stateBefore('2024-10-16T00:00:00.001+08:00')).toBe('MET');
  expect(await stateBefore('2024-10-17T00:00:00+08:00')).toBe('MET');
  expect(await stateBefore('2024-10-17T00:00:00.001+08:00')).toBe('NOT_MET');
});

test('what is due counts once its day is over, and in the year of that day', async () => {
  const share = async (added: object) =>
    (await candidacy('P1N', { ...paid, sharePaidFen: '0', ...added }))[1]?.split(' ')[2];
  expect(await share({ asOf: '2024-10-11T00:00:00+08:00' })).toBe('NOT_MET');
  // Until the day is over nothing is due, under an agreement that is recorded.
  expect(await share({ asOf: '2024-10-10T23:59:59.999+08:00' })).toBe('MET');
  expect(await share({ year: 2023 })).toBe('MET');
});

test('the golden partners come back with each criterion, and none of them is decided', async () => {
  const { data, errors } = await askSubgraph(
    sample.door,
    `{ partnerScheme(id: "partnerscheme_seed_hetang") { awardRule { minFen maxFen perYear }
         memberships(first: 10, state: ACTIVE) { nodes { partner { displayName }
           awardCandidacy(year: 2024, asOf: "2024-09-21T00:00:00+08:00") { asOf result criteria { result } } } } } }`,
    {},
    officerOfHetang,
  );
  expect(errors).toBeUndefined();
  const results = (delivered: string) =>
    ['MET', 'UNKNOWN', 'UNKNOWN', delivered].map((result) => ({ result }));
  const candidate = (displayName: string) => ({
    partner: { displayName },
    awardCandidacy: {
      asOf: '2024-09-21T00:00:00+08:00',
      result: 'UNDECIDED',
      criteria: results('UNKNOWN'),
    },
  });
  expect(data).toEqual({
    partnerScheme: {
      awardRule: { minFen: '300000', maxFen: '1000000', perYear: 1 },
      memberships: {
        nodes: ['市大同社会工作服务中心', '乐乐超市', '门店协会', '湖南工业大学体育学院青志联'].map(
          candidate,
        ),
      },
    },
  });
});

const officerOfHetang: Viewer = { ...officer, districts: ['430202'] };

test('all candidacies of a list are one statement', async () => {
  sample.takeStatements();
  const of = Object.values(members).map((member) => ({
    __typename: 'AwardCandidacy',
    ...member,
    year: 2024,
    asOf: null,
  }));
  await askSubgraph(
    sample.door,
    'query ($of: [_Any!]!) { _entities(representations: $of) { ... on AwardCandidacy { result criteria { result } } } }',
    { of },
    officer,
  );
  expect(sample.takeStatements()).toHaveLength(1);
});

test('a year that is none is refused where it is asked', async () => {
  const { errors } = await askSubgraph(
    sample.door,
    `{ membership(id: "${members['P1']!.membershipId}") { awardCandidacy(year: 24) { year } } }`,
  );
  expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
});
