import { analystOf, anonymous, appOf, type Viewer } from '@linju/kit';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { askSubgraph } from '../../../test/support/ask-subgraph.js';
import {
  agreementInput,
  home,
  individualInput,
  makeActivePartner,
  makeAgreement,
  makeOffering,
  makeScheme,
  officer,
  officerAway,
  organisationInput,
  startSample,
} from '../test-support/sample-partners.js';
import { writtenId } from '../test-support/write-as.js';

let sample: Awaited<ReturnType<typeof startSample>>;
let schemeId: string;
let shop: { readonly partnerId: string; readonly membershipId: string };
let person: typeof shop;
beforeAll(async () => {
  sample = await startSample();
  const { door } = sample;
  schemeId = await makeScheme(door);
  shop = await makeActivePartner(door, schemeId, organisationInput({ subtypes: ['MERCHANT'] }));
  person = await makeActivePartner(door, schemeId, individualInput());
  const agreementId = await makeAgreement(
    door,
    agreementInput(shop.membershipId, {
      purchaseFen: '1000',
      fundingSplitBps: { community: 10_000, partner: 0, other: 0 },
      revenueShareBps: 500,
      beneficiaryAccount: { kind: 'COMMUNITY_FUND', fundId: 'fund_fixture_one' },
    }),
    'SIGNED',
  );
  await writtenId(door, officer, 'recordRevenueShareDue', {
    agreementId,
    from: '2024-07-01T00:00:00+08:00',
    to: '2024-10-01T00:00:00+08:00',
    baseFen: '10000',
    dueOn: '2024-10-15',
  });
  await writtenId(door, officer, 'evaluateMembership', {
    membershipId: shop.membershipId,
    year: 2024,
    scores: [{ aspect: '服务', points: 80 }],
  });
  await writtenId(door, officer, 'moveMembership', {
    membershipId: shop.membershipId,
    to: 'SUSPENDED',
    reason: '整改',
    note: '内部备注',
  });
});
afterAll(() => sample[Symbol.asyncDispose]());

const ask = async (viewer: Viewer, source: string) => {
  const { data, errors } = await askSubgraph(sample.door, source, {}, viewer);
  expect(errors).toBeUndefined();
  return data as Record<string, never>;
};

// Everything of class P1 and P2 that hangs on the two partners.
const guarded = `
  shop: partner(id: "SHOP") { memberships {
    transitions { note }
    evaluations { result criteria { criterion } scores { points } }
    agreements { revenueShareBps purchaseFen fundingSplitBps { community }
      revenueShareDues(first: 5) { nodes { dueOn baseFen dueFen } } }
    awardCandidacy(year: 2024) { criteria { criterion } result } } }
  person: partner(id: "PERSON") { displayName individualProfile { contactName phone } }`;

const shown = async (viewer: Viewer) => {
  const { shop: asked, person: individual } = (await ask(
    viewer,
    `{ ${guarded.replace('SHOP', shop.partnerId).replace('PERSON', person.partnerId)} }`,
  )) as unknown as { shop: { memberships: Membership[] }; person: { individualProfile: unknown } };
  const [membership] = asked.memberships;
  const agreement = membership!.agreements.find(({ revenueShareBps }) => revenueShareBps === 500)!;
  return {
    amounts: [agreement.purchaseFen, agreement.fundingSplitBps?.community ?? null],
    dues: agreement.revenueShareDues.nodes.map(({ baseFen, dueFen }) => [baseFen, dueFen]),
    evaluation: [
      membership!.evaluations[0]!.criteria?.length ?? null,
      membership!.evaluations[0]!.scores?.length ?? null,
    ],
    candidacy: [
      membership!.awardCandidacy.criteria?.length ?? null,
      membership!.awardCandidacy.result,
    ],
    note: membership!.transitions.at(-1)!.note,
    profile: individual.individualProfile,
  };
};

interface Membership {
  readonly transitions: { note: string | null }[];
  readonly evaluations: { criteria: unknown[] | null; scores: unknown[] | null }[];
  readonly agreements: {
    revenueShareBps: number;
    purchaseFen: string | null;
    fundingSplitBps: { community: number } | null;
    revenueShareDues: { nodes: { baseFen: string | null; dueFen: string | null }[] };
  }[];
  readonly awardCandidacy: { criteria: unknown[] | null; result: string | null };
}

const nothing = {
  amounts: [null, null],
  dues: [[null, null]],
  evaluation: [null, null],
  candidacy: [null, null],
  note: null,
  profile: null,
};
const internal = {
  amounts: ['1000', 10_000],
  dues: [['10000', '500']],
  evaluation: [4, 1],
  candidacy: [4, 'NOT_ELIGIBLE'],
};

test.each([
  ['anonymous', () => anonymous, nothing],
  ['an officer of another district', () => officerAway, nothing],
  ['an analyst of another city', () => analystOf('430200'), nothing],
  ['another partner’s app', () => appOf('partner_fixture_other'), nothing],
  [
    'an officer of the district',
    () => officer,
    { ...internal, note: '内部备注', profile: { contactName: '示例人', phone: '13800001234' } },
  ],
  [
    'an analyst of the city: no free text, people masked',
    () => analystOf('990100'),
    { ...internal, note: null, profile: { contactName: '示**', phone: '138****1234' } },
  ],
  [
    'the shop’s own app: its own inner side only',
    () => appOf(shop.partnerId),
    { ...nothing, ...internal },
  ],
  [
    'the person’s own app: its own contact only',
    () => appOf(person.partnerId),
    { ...nothing, profile: { contactName: '示例人', phone: '13800001234' } },
  ],
])('%s', async (_, viewer, expected) => {
  expect(await shown(viewer())).toEqual(expected);
});

test('a withheld field is null and never fails the operation', async () => {
  const { errors, data } = await askSubgraph(
    sample.door,
    `{ partner(id: "${person.partnerId}") { type individualProfile { phone } } }`,
  );
  expect({ errors, data }).toEqual({
    errors: undefined,
    data: { partner: { type: 'INDIVIDUAL', individualProfile: null } },
  });
});

const namesOf = async (list: string) => {
  const { partners } = (await ask(
    anonymous,
    `{ partners(first: 100, ${list}) { nodes { id } } }`,
  )) as unknown as {
    partners: { nodes: { id: string }[] };
  };
  return partners.nodes.map(({ id }) => id);
};

test('partners are filtered by type, subtype, scheme, state and service, all together', async () => {
  const area = `area: "${home}"`;
  expect(await namesOf(`${area}, filter: { type: INDIVIDUAL }`)).toEqual([person.partnerId]);
  expect(await namesOf(`${area}, filter: { subtype: "MERCHANT" }`)).toEqual([shop.partnerId]);
  expect(await namesOf(`${area}, filter: { state: SUSPENDED }`)).toEqual([shop.partnerId]);
  expect(await namesOf(`${area}, filter: { scheme: "${schemeId}", state: ACTIVE }`)).toEqual([
    person.partnerId,
  ]);
  expect(await namesOf(`${area}, filter: { scheme: "partnerscheme_seed_hetang" }`)).toEqual([]);
  await makeOffering(sample.door, person.partnerId);
  expect(await namesOf(`${area}, filter: { serviceKind: "APPLIANCE_REPAIR" }`)).toEqual([
    person.partnerId,
  ]);
  expect(
    await namesOf(`${area}, filter: { serviceKind: "APPLIANCE_REPAIR", type: COMMERCIAL }`),
  ).toEqual([]);
});

test('partners are ordered by name, or by when they were checked last', async () => {
  await writtenId(sample.door, officer, 'verifyPartner', {
    partnerId: shop.partnerId,
    verifiedById: 'organisation_fixture_street_office',
  });
  expect(await namesOf(`area: "${home}", orderBy: NAME`)).toEqual([
    person.partnerId,
    shop.partnerId,
  ]);
  expect(await namesOf(`area: "${home}", orderBy: LAST_VERIFIED`)).toEqual([
    shop.partnerId,
    person.partnerId,
  ]);
});

test('a list is read page by page, and a cursor of another list is refused', async () => {
  const page = (args: string) =>
    `partners(area: "${home}", ${args}) { nodes { id } pageInfo { hasNextPage endCursor } }`;
  const first = (await ask(anonymous, `{ ${page('first: 1')} }`)) as unknown as {
    partners: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
  };
  expect(first.partners.pageInfo.hasNextPage).toBe(true);
  const { endCursor } = first.partners.pageInfo;
  const next = (await ask(
    anonymous,
    `{ ${page(`first: 1, after: "${endCursor}"`)} }`,
  )) as unknown as typeof first;
  expect([...first.partners.nodes, ...next.partners.nodes].map(({ id }) => id)).toEqual(
    await namesOf(`area: "${home}"`),
  );
  const foreign = await askSubgraph(
    sample.door,
    `{ needs(first: 1, after: "${endCursor}") { nodes { id } } }`,
  );
  expect(foreign.errors?.[0]?.extensions['code']).toBe('BAD_CURSOR');
});

test('the whole list is counted when somebody asks, filters and all', async () => {
  const count = async (args: string) =>
    (
      (await ask(anonymous, `{ partners(first: 1, ${args}) { totalCount } }`)) as unknown as {
        partners: { totalCount: number };
      }
    ).partners.totalCount;
  expect(await count(`area: "${home}"`)).toBe(2);
  expect(await count(`area: "${home}", filter: { type: INDIVIDUAL }`)).toBe(1);
});

test.each([0, -1, 101, 2_147_483_647])('first of %i is refused', async (first) => {
  const { errors } = await askSubgraph(
    sample.door,
    `{ partners(first: ${first}) { nodes { id } } }`,
  );
  expect(errors?.[0]?.extensions['code']).toBe('BAD_PAGE_SIZE');
});

test.each([
  ['partner(id: "partner_fixture_nobody") { id }', 'NOT_FOUND'],
  ['partner(id: "x") { id }', 'BAD_USER_INPUT'],
  ['partner(id: "fund_seed_yeyachong") { id }', 'BAD_USER_INPUT'],
  ['partnerScheme(id: "partnerscheme_fixture_none") { id }', 'NOT_FOUND'],
  ['membership(id: "membership_fixture_none") { id }', 'NOT_FOUND'],
  ['agreement(id: "agreement_fixture_none") { id }', 'NOT_FOUND'],
  ['serviceOffering(id: "serviceoffering_fixture_none") { id }', 'NOT_FOUND'],
  ['needItem(id: "needitem_fixture_none") { id }', 'NOT_FOUND'],
  ['needMatch(id: "needmatch_fixture_none") { id }', 'NOT_FOUND'],
  ['resourceItem(id: "resourceitem_fixture_none") { id }', 'NOT_FOUND'],
  ['partnerProject(id: "partnerproject_fixture_none") { id }', 'NOT_FOUND'],
  ['distribution(id: "distribution_fixture_none") { id }', 'NOT_FOUND'],
  ['award(id: "award_fixture_none") { id }', 'NOT_FOUND'],
  ['partners(first: 1, filter: { scheme: "x" }) { nodes { id } }', 'BAD_USER_INPUT'],
  ['partnerSchemes(first: 1, area: "430202001") { nodes { id } }', 'BAD_USER_INPUT'],
  ['partners(first: 1, area: "990199") { nodes { id } }', 'NOT_FOUND'],
  ['needs(first: 1, area: "990199") { nodes { id } }', 'NOT_FOUND'],
  ['distributions(first: 1, area: "990199") { totalCount }', 'NOT_FOUND'],
  ['partnerProjects(first: 1, area: "990199") { totalCount }', 'NOT_FOUND'],
  ['serviceOfferings(first: 1, area: "990199") { totalCount }', 'NOT_FOUND'],
  ['resourceItems(first: 1, area: "990199") { totalCount }', 'NOT_FOUND'],
])('%s is %s', async (field, code) => {
  const { errors, data } = await askSubgraph(sample.door, `{ ${field} }`);
  expect([errors?.[0]?.extensions['code'], Object.values(data ?? {})]).toEqual([code, [null]]);
});

test('each level of a nested question is one statement, for one partner as for many', async () => {
  const question = (first: number) => `{ partners(first: ${first}, area: "${home}") { nodes {
    organisation { id } premises { id } offerings { id places { id } } matches(first: 5) { nodes { id } }
    memberships { scheme { id } agreements { id } evaluations { id } awards { id } transitions { to } provenance { method } } } } }`;
  const counts = [];
  for (const first of [1, 100]) {
    sample.takeStatements();
    await ask(officer, question(first));
    counts.push(sample.takeStatements().length);
  }
  // partners; premises, offerings, matches, memberships; places; scheme, agreements, evaluations, awards, transitions,
  // provenance
  expect(counts).toEqual([12, 12]);
});
