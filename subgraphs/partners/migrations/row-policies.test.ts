import {
  analystOf,
  anonymous,
  appOf,
  migrate,
  officerOf,
  systemViewer,
  type Viewer,
} from '@linju/kit';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { brokenSchemaLaws } from '../../../test/support/schema-laws.js';
import { createTestDatabase } from '../../../test/support/test-database.js';
import { blueprint } from '../index.js';
import {
  agreementInput,
  away,
  home,
  individualInput,
  makeActivePartner,
  makeAgreement,
  makeNeed,
  makeScheme,
  officer,
  officerAway,
  startSample,
} from '../test-support/sample-partners.js';
import { writtenId } from '../test-support/write-as.js';

// What a viewer could read and write if every rule before the database were wrong: plain SQL, as the subgraph's own
// role, under that viewer.

let sample: Awaited<ReturnType<typeof startSample>>;
let shop: { readonly partnerId: string; readonly membershipId: string };
let person: typeof shop;
let needId: string;
beforeAll(async () => {
  sample = await startSample();
  const { door } = sample;
  const schemeId = await makeScheme(door);
  shop = await makeActivePartner(door, schemeId);
  person = await makeActivePartner(door, schemeId, individualInput());
  const terms = {
    purchaseFen: '1000',
    revenueShareBps: 500,
    beneficiaryAccount: { kind: 'COMMUNITY_FUND', fundId: 'fund_fixture_one' },
  };
  const agreementId = await makeAgreement(door, agreementInput(shop.membershipId, terms), 'SIGNED');
  await writtenId(door, officer, 'recordRevenueShareDue', {
    agreementId,
    from: '2024-07-01T00:00:00+08:00',
    to: '2024-10-01T00:00:00+08:00',
    baseFen: '10000',
    dueOn: '2024-10-15',
  });
  needId = await makeNeed(door);
  await writtenId(door, officer, 'evaluateMembership', {
    membershipId: shop.membershipId,
    year: 2024,
  });
  await writtenId(door, officer, 'evaluateMembership', {
    membershipId: person.membershipId,
    year: 2024,
    verdicts: [{ criterion: 'DELIVERED_ACT', result: 'MET', detail: '示例' }],
  });
  await writtenId(door, officer, 'grantAward', {
    membershipId: person.membershipId,
    year: 2024,
    amountFen: '300000',
  });
});
afterAll(() => sample[Symbol.asyncDispose]());

const asViewer = <Result>(viewer: Viewer, statement: ReturnType<typeof sql>): Promise<Result> =>
  sample.database.write(
    viewer,
    { repeatable: false },
    async (tx) => (await tx.db.execute(statement)) as Result,
  );

test('the schema keeps every law of a linju schema', async () => {
  // Migrated itself: a copy of a database has not its privileges.
  await using fresh = await createTestDatabase();
  const { adminUrl } = fresh;
  const migrations = await blueprint.migrations();
  await migrate({ adminUrl, schema: 'partners', migrations, rolePassword: 'test' });
  expect(await brokenSchemaLaws(adminUrl)).toEqual([]);
});

const guarded = [
  'agreement_internal',
  'revenue_share_due_internal',
  'evaluation_internal',
  'partner_personal',
  'award',
];

const rowsSeenBy = async (viewer: Viewer): Promise<Record<string, number>> => {
  const counts = await Promise.all(
    guarded.map(async (table) => {
      const rows = await asViewer<unknown[]>(
        viewer,
        sql`select 1 from ${sql.identifier('partners')}.${sql.identifier(table)}`,
      );
      return [table, rows.length] as const;
    }),
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
};

const everything = {
  agreement_internal: 2,
  revenue_share_due_internal: 1,
  evaluation_internal: 2,
  partner_personal: 1,
  award: 1,
};

test.each([
  ['linju itself', () => systemViewer, everything],
  ['an officer of the district', () => officer, everything],
  ['an officer of several districts', () => officerOf(home, away), everything],
  ['an analyst of the city', () => analystOf('990100'), everything],
  ['an officer of another district', () => officerAway, {}],
  ['an analyst of another city', () => analystOf('430200'), {}],
  ['anonymous', () => anonymous, {}],
  [
    'the shop’s own app',
    () => appOf(shop.partnerId),
    { agreement_internal: 2, revenue_share_due_internal: 1, evaluation_internal: 1 },
  ],
  [
    'the person’s own app',
    () => appOf(person.partnerId),
    { evaluation_internal: 1, partner_personal: 1, award: 1 },
  ],
  ['another partner’s app', () => appOf('partner_fixture_other'), {}],
])('%s sees exactly these rows of what is internal or personal', async (_, viewer, seen) => {
  expect(await rowsSeenBy(viewer())).toEqual(seen);
});

const changes = {
  agreement_internal: sql`update partners.agreement_internal set purchase_fen = 1`,
  revenue_share_due_internal: sql`update partners.revenue_share_due_internal set due_fen = 0`,
  award: sql`update partners.award set amount_fen = amount_max_fen`,
  partner: sql`update partners.partner set display_name = 'x'`,
  membership: sql`update partners.membership set state = 'ACTIVE'`,
  need_item: sql`update partners.need_item set state = 'MET'`,
  partner_premises: sql`delete from partners.partner_premises`,
  partner_personal: sql`delete from partners.partner_personal`,
  partner_project_partner: sql`delete from partners.partner_project_partner`,
};

test.each([
  ['anonymous', () => anonymous],
  ['an officer of another district', () => officerAway],
  ['an analyst of the city', () => analystOf('990100')],
  ['the partner’s own app', () => appOf(shop.partnerId)],
  ['the person’s own app', () => appOf(person.partnerId)],
])('%s changes and removes no row', async (_, viewer) => {
  for (const statement of Object.values(changes)) {
    const rows = await asViewer<unknown[]>(viewer(), sql`${statement} returning 1`);
    expect(rows).toHaveLength(0);
  }
});

test('nobody changes or removes an evaluation', async () => {
  for (const change of [
    sql`update partners.evaluation set result = 'ELIGIBLE'`,
    sql`delete from partners.evaluation_internal`,
  ]) {
    await expect(asViewer(officer, change)).rejects.toMatchObject({ code: 'NOT_AUTHORISED' });
  }
});

test('an app may enter a match of its own partner, and of no other', async () => {
  const match = (partnerId: string, id: string) => sql`
    insert into partners.need_match
      (id, need_id, partner_id, district_code, cross_district, proposed_by, state, proposed_at)
    values (${id}, ${needId}, ${partnerId}, ${home}, false, 'PARTNER', 'PROPOSED', now()) returning id`;
  const app = appOf(shop.partnerId);
  expect(
    await asViewer<unknown[]>(app, match(shop.partnerId, 'needmatch_fixture_own')),
  ).toHaveLength(1);
  await expect(
    asViewer(app, match(person.partnerId, 'needmatch_fixture_other')),
  ).rejects.toMatchObject({
    code: 'NOT_AUTHORISED',
  });
});

test('an app leaves a past for its own match, and for nothing else', async () => {
  const move = (type: string, id: string, entity: string) => sql`
    insert into partners.transition (id, entity_type, entity_id, district_code, to_state, effective_at, recorded_at)
    values (${id}, ${type}, ${entity}, ${home}, 'ACCEPTED', now(), now()) returning id`;
  const app = appOf(shop.partnerId);
  const own = 'needmatch_fixture_own';
  expect(
    await asViewer<unknown[]>(app, move('NeedMatch', 'transition_fixture_1', own)),
  ).toHaveLength(1);
  for (const [type, entity] of [
    ['NeedMatch', 'needmatch_fixture_none'],
    // Its match is only proposed: the need is not its to move.
    ['NeedItem', needId],
    ['Membership', shop.membershipId],
  ] as const) {
    await expect(asViewer(app, move(type, 'transition_fixture_2', entity))).rejects.toMatchObject({
      code: 'NOT_AUTHORISED',
    });
  }
});

test('a person without a profile, and an organisation with one, cannot be stored', async () => {
  const partner = (id: string, type: string, organisation: string | null) => sql`
    insert into partners.partner
      (id, type, display_name, organisation_id, city_code, district_code, premises_state)
    values (${id}, ${type}, 'x', ${organisation}, '990100', ${home}, 'NONE')`;
  await expect(
    asViewer(officer, partner('partner_fixture_nobody', 'INDIVIDUAL', null)),
  ).rejects.toMatchObject({ code: 'RULE_VIOLATED', field: 'individualProfile' });
  const profile = sql`
    insert into partners.partner_personal (partner_id, district_code, contact_name, phone)
    values (${shop.partnerId}, ${home}, 'x', '13800001234')`;
  await expect(asViewer(officer, profile)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
