import { analystOf, anonymous, appOf, officerOf } from '@linju/kit';
import { afterAll, beforeAll, expect, test } from 'vitest';

import {
  home,
  individualInput,
  makePartner,
  now,
  officer,
  officerAway,
  organisationInput,
  refusalsOf,
  startSample,
} from '../test-support/sample-partners.js';
import { grown, storedRows, withAdmin } from '../test-support/stored-rows.js';
import { writeAs } from '../test-support/write-as.js';

let sample: Awaited<ReturnType<typeof startSample>>;
beforeAll(async () => {
  sample = await startSample();
  // The first record of a kind also notes that the district is covered.
  await makePartner(sample.door);
});
afterAll(() => sample[Symbol.asyncDispose]());

const refused = (input: Record<string, unknown>) =>
  refusalsOf(sample.door, officer, 'registerPartner', input);

test('an organisation becomes a partner, with its place, premises and provenance', async () => {
  const input = organisationInput({
    subtypes: ['MERCHANT', 'MERCHANT'],
    streetCode: '990102001',
    communityId: 'community_fixture_one',
    premises: { state: 'KNOWN', facilityIds: ['facility_fixture_b', 'facility_fixture_a'] },
  });
  const { record, refusals } = await writeAs(
    sample.door,
    officer,
    `registerPartner { type subtypes displayName organisation { id } individualProfile { phone } city { code } district { code }
     street { code } community { id } premisesState premises { id } honours lastVerifiedAt memberships { id }
     provenance { method confidence source { id } recordedAt } }`,
    input,
  );
  expect(refusals).toEqual([]);
  expect(record).toEqual({
    type: 'COMMERCIAL',
    subtypes: ['MERCHANT'],
    displayName: '示例商店',
    organisation: { id: input.organisationId },
    individualProfile: null,
    city: { code: '990100' },
    district: { code: home },
    street: { code: '990102001' },
    community: { id: 'community_fixture_one' },
    premisesState: 'KNOWN',
    premises: [{ id: 'facility_fixture_a' }, { id: 'facility_fixture_b' }],
    honours: [],
    lastVerifiedAt: null,
    memberships: [],
    provenance: {
      method: 'RECORDED',
      confidence: 'HIGH',
      source: { id: 'source_seed_workflow' },
      recordedAt: '2024-10-16T00:00:00+08:00',
    },
  });
});

test('the profile of a person goes to its own table, and the public name holds nothing of it', async () => {
  const id = await makePartner(sample.door, individualInput());
  const stored = await withAdmin(sample.testDatabase, async (sql) => ({
    partner: await sql`select display_name, organisation_id from partners.partner where id = ${id}`,
    profile:
      await sql`select contact_name, phone, district_code from partners.partner_personal where partner_id = ${id}`,
    elsewhere: await sql`
      select count(*)::int as count from partners.partner p, partners.outbox o, partners.idempotency i
      where concat(p.*::text, o.*::text, i.*::text) like any (array['%示例人%', '%13800001234%'])`,
  }));
  expect(stored).toEqual({
    partner: [{ display_name: `个人合伙人${id.slice(-4)}`, organisation_id: null }],
    profile: [{ contact_name: '示例人', phone: '13800001234', district_code: home }],
    elsewhere: [{ count: 0 }],
  });
});

test('a new partner leaves one row of each kind, and one word to the outbox', async () => {
  const before = await storedRows(sample.testDatabase);
  const id = await makePartner(sample.door);
  expect(grown(before, await storedRows(sample.testDatabase))).toEqual({
    partner: 1,
    provenance: 1,
    outbox: 1,
    idempotency: 1,
  });
  // Transactions of other tests on this server may hide it a while.
  await expect
    .poll(async () => (await sample.door.changes(null, 1_000)).at(-1))
    .toEqual({
      cursor: expect.anything(),
      entityType: 'Partner',
      entityId: id,
      change: 'CREATED',
      districtCode: home,
      at: now,
    });
});

test('one key with one body registers once; with another body it is refused', async () => {
  const input = organisationInput({ idempotencyKey: 'register-once' });
  const first = await writeAs(sample.door, officer, 'registerPartner', input);
  const before = await storedRows(sample.testDatabase);
  expect(await writeAs(sample.door, officer, 'registerPartner', input)).toEqual(first);
  expect(await refused({ ...input, displayName: '另一家' })).toEqual([
    'IDEMPOTENCY_KEY_REUSED idempotencyKey',
  ]);
  expect(await storedRows(sample.testDatabase)).toEqual(before);
});

test('of eight who register one organisation at once, one succeeds and seven are told', async () => {
  const input = organisationInput();
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => writeAs(sample.door, officer, 'registerPartner', input)),
  );
  expect(answers.map(({ refusals }) => refusals.join()).sort()).toEqual([
    '',
    ...Array.from({ length: 7 }, () => 'DUPLICATE organisationId'),
  ]);
});

test('eight identical writes with one key at once register once and answer alike', async () => {
  const input = organisationInput({ idempotencyKey: 'register-together' });
  const before = await storedRows(sample.testDatabase);
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => writeAs(sample.door, officer, 'registerPartner', input)),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(grown(before, await storedRows(sample.testDatabase))).toEqual({
    partner: 1,
    provenance: 1,
    outbox: 1,
    idempotency: 1,
  });
});

test.each([
  ['anonymous', anonymous],
  ['an officer of another district', officerAway],
  ['an analyst of the city', analystOf('990100')],
  ['an app', appOf('partner_fixture_one')],
])('%s may not register a partner', async (_, viewer) => {
  expect(await refusalsOf(sample.door, viewer, 'registerPartner', organisationInput())).toEqual([
    'NOT_AUTHORISED',
  ]);
});

test.each([
  ['an unknown district', { districtCode: '990199' }, 'NOT_AUTHORISED'],
  ['a city for a district', { districtCode: '990100' }, 'BAD_USER_INPUT districtCode'],
  ['a street of another district', { streetCode: '990103001' }, 'PLACE_MISMATCH streetCode'],
  ['an unknown street', { streetCode: '990102099' }, 'NOT_FOUND streetCode'],
  ['a malformed organisation', { organisationId: 'shop-1' }, 'BAD_USER_INPUT organisationId'],
  ['the id of another type', { organisationId: 'fund_seed_x' }, 'BAD_USER_INPUT organisationId'],
  ['a malformed community', { communityId: 'x' }, 'BAD_USER_INPUT communityId'],
  ['an unknown subtype', { subtypes: ['WIZARD'] }, 'NOT_FOUND subtypes'],
  ['no name', { displayName: ' ' }, 'BAD_USER_INPUT displayName'],
  ['a name of 201 characters', { displayName: '长'.repeat(201) }, 'BAD_USER_INPUT displayName'],
  ['a NUL byte in the name', { displayName: 'a\u0000b' }, 'BAD_ENCODING displayName'],
  ['half a surrogate pair', { displayName: 'a\ud800' }, 'BAD_USER_INPUT input'],
  [
    'a mobile number in the name',
    { displayName: '老王 13800001234' },
    'PERSON_DATA_REFUSED displayName',
  ],
  ['neither organisation nor profile', { organisationId: null }, 'RULE_VIOLATED organisationId'],
  ['premises that are not named', { premises: { state: 'KNOWN' } }, 'RULE_VIOLATED premises'],
  ['an empty key', { idempotencyKey: '' }, 'BAD_USER_INPUT idempotencyKey'],
  ['a key of 256 characters', { idempotencyKey: 'k'.repeat(256) }, 'BAD_USER_INPUT idempotencyKey'],
])('an organisation with %s is refused, and nothing is written', async (_, change, refusal) => {
  const before = await storedRows(sample.testDatabase);
  expect(await refused(organisationInput(change))).toEqual([refusal]);
  expect(await storedRows(sample.testDatabase)).toEqual(before);
});

test.each([
  [
    'an organisation too',
    { organisationId: 'organisation_fixture_x' },
    'RULE_VIOLATED individualProfile',
  ],
  ['another type', { type: 'COMMERCIAL' }, 'RULE_VIOLATED type'],
  ['a public name', { displayName: '示例人' }, 'PERSON_DATA_REFUSED displayName'],
  [
    'a number that is none',
    { individualProfile: { contactName: '示例人', phone: '12345' } },
    'BAD_USER_INPUT individualProfile.phone',
  ],
  [
    'no name',
    { individualProfile: { contactName: '', phone: '13800001234' } },
    'BAD_USER_INPUT individualProfile.contactName',
  ],
])('a person with %s is refused', async (_, change, refusal) => {
  expect(await refused(individualInput(change))).toEqual([refusal]);
});

test('a district whose code left the list takes no partner', async () => {
  const input = organisationInput({ districtCode: '430271' });
  expect(await refusalsOf(sample.door, officerOf('430271'), 'registerPartner', input)).toEqual([
    'CODE_RETIRED districtCode',
  ]);
});
