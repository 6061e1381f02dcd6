import { fixedClock, officerOf } from '@linju/kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { askSubgraph } from '../../../test/support/ask-subgraph.js';
import { startTestSubgraph, type TestSubgraph } from '../../../test/support/test-database.js';
import { blueprint } from '../index.js';
import { newestChanges } from '../test-support/newest-changes.js';
import { mayNotWriteHetang, refusedWith } from '../test-support/refused-as.js';
import { grownBy, storedRows } from '../test-support/stored-rows.js';
import { writeAs } from '../test-support/write-as.js';

const officer = officerOf('430202');
const now = new Date('2024-09-20T10:00:00+08:00');
const centre = { name: '甲中心', kind: 'STATION', districtCode: '430202', status: 'OPEN' };

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await startTestSubgraph(blueprint, { clock: fixedClock(now) });
});
afterAll(() => subgraph[Symbol.asyncDispose]());

const register = (more: object, viewer = officer, select = 'id') =>
  writeAs({ door: subgraph.door, viewer }, 'registerFacility', { ...centre, ...more }, select);

test('a facility is entered with its past, its provenance and one word to the outbox', async () => {
  const before = await storedRows(subgraph.database);
  const written = await register(
    {
      communityId: 'community_seed_yeyachong',
      operatorId: 'organisation_seed_lele',
      areaM2: 1,
      seats: 2_147_483_647,
      rooms: '一楼:阅览室\n二楼:活动室',
      feeFen: '9223372036854775807',
      feePeriod: 'MONTH',
      effectiveAt: '2024-07-04T00:00:00+08:00',
    },
    officer,
    `name kind district { code } street { code } community { id } operator { id } areaM2 seats rooms
     feeFen feePeriod status transitions { from to at recordedAt }
     provenance { method recordedAt source { id } }`,
  );
  expect(written).toEqual({
    facility: {
      name: '甲中心',
      kind: 'STATION',
      district: { code: '430202' },
      // Told by the community.
      street: { code: '430202001' },
      community: { id: 'community_seed_yeyachong' },
      operator: { id: 'organisation_seed_lele' },
      areaM2: 1,
      seats: 2_147_483_647,
      rooms: '一楼:阅览室\n二楼:活动室',
      feeFen: '9223372036854775807',
      feePeriod: 'MONTH',
      status: 'OPEN',
      transitions: [
        {
          from: null,
          to: 'OPEN',
          at: '2024-07-04T00:00:00+08:00',
          recordedAt: '2024-09-20T10:00:00+08:00',
        },
      ],
      provenance: {
        method: 'RECORDED',
        recordedAt: '2024-09-20T10:00:00+08:00',
        source: { id: 'source_seed_workflow' },
      },
    },
    userErrors: [],
  });
  expect(grownBy(before, await storedRows(subgraph.database))).toEqual({
    facility: 1,
    idempotency: 1,
    outbox: 1,
    provenance: 1,
    transition: 1,
  });
});

test('the outbox tells type, id, district and kind of change', async () => {
  const { facility } = await register({ name: '乙中心' });
  expect(await newestChanges(subgraph.database, 1)).toEqual([
    `CREATED Facility ${facility.id} 430202`,
  ]);
});

test('bodies and networks of other districts, or of none, may be named', async () => {
  const written = await register(
    {
      operatorId: 'organisation_seed_longquan_deputy_station',
      ownerId: 'organisation_seed_zhuzhou_office_affairs',
      networkId: 'facility_seed_kaifu_rehab_guidance',
    },
    officer,
    'operator { id } owner { id } network { id }',
  );
  expect(written['facility']).toEqual({
    operator: { id: 'organisation_seed_longquan_deputy_station' },
    owner: { id: 'organisation_seed_zhuzhou_office_affairs' },
    network: { id: 'facility_seed_kaifu_rehab_guidance' },
  });
});

test('the id of a merged record is stored as its survivor’s', async () => {
  const given = (await register({ name: '丙中心' }))['facility'].id as string;
  const kept = (await register({ name: '丁中心' }))['facility'].id as string;
  await writeAs({ door: subgraph.door, viewer: officer }, 'mergeFacilities', {
    mergedId: given,
    survivorId: kept,
  });
  const member = await register({ name: '戊站', networkId: given }, officer, 'network { id }');
  expect(member['facility']).toEqual({ network: { id: kept } });
});

describe('refused, with nothing written', () => {
  const unchanged = async (refused: () => Promise<unknown>, answer: unknown): Promise<void> => {
    const before = await storedRows(subgraph.database);
    expect(await refused()).toEqual(answer);
    expect(grownBy(before, await storedRows(subgraph.database))).toEqual({});
  };

  test.each(mayNotWriteHetang)('to %s', (_, viewer) =>
    unchanged(() => register({}, viewer), { facility: null, ...refusedWith('NOT_AUTHORISED') }),
  );

  test.each([
    ['an unknown district', { districtCode: '430299' }, 'NOT_FOUND', 'districtCode'],
    ['a city for a district', { districtCode: '430200' }, 'BAD_USER_INPUT', 'districtCode'],
    ['a street for a district', { districtCode: '430202001' }, 'BAD_USER_INPUT', 'districtCode'],
    ['a code that left the list', { districtCode: '430271' }, 'CODE_RETIRED', 'districtCode'],
    ['an unknown street', { streetCode: '430202099' }, 'NOT_FOUND', 'streetCode'],
    ['a street of another district', { streetCode: '430204001' }, 'PLACE_MISMATCH', 'streetCode'],
    [
      'a community of another',
      { communityId: 'community_seed_beiling' },
      'PLACE_MISMATCH',
      'communityId',
    ],
    [
      'a community of another street',
      { streetCode: '430202002', communityId: 'community_seed_yeyachong' },
      'PLACE_MISMATCH',
      'communityId',
    ],
    ['an unknown community', { communityId: 'community_seed_nowhere' }, 'NOT_FOUND', 'communityId'],
    [
      'the id of another type',
      { communityId: 'facility_seed_igo' },
      'BAD_USER_INPUT',
      'communityId',
    ],
    ['an empty id', { communityId: '' }, 'BAD_USER_INPUT', 'communityId'],
    ['an empty operator', { operatorId: '' }, 'BAD_USER_INPUT', 'operatorId'],
    ['an unknown operator', { operatorId: 'organisation_seed_nowhere' }, 'NOT_FOUND', 'operatorId'],
    ['an unknown owner', { ownerId: 'organisation_seed_nowhere' }, 'NOT_FOUND', 'ownerId'],
    ['an unknown network', { networkId: 'facility_seed_nowhere' }, 'NOT_FOUND', 'networkId'],
    ['an unknown kind', { kind: 'CASTLE' }, 'NOT_FOUND', 'kind'],
    ['an empty name', { name: ' \n ' }, 'BAD_USER_INPUT', 'name'],
    ['a name of 201 characters', { name: '长'.repeat(201) }, 'BAD_USER_INPUT', 'name'],
    ['a name with NUL', { name: '甲\u0000' }, 'BAD_ENCODING', 'name'],
    ['a mobile number', { name: '联系13800138000' }, 'PERSON_DATA_REFUSED', 'name'],
    ['an identity number', { rooms: '11010519491231002X' }, 'PERSON_DATA_REFUSED', 'rooms'],
    ['no floor at all', { areaM2: 0 }, 'BAD_USER_INPUT', 'areaM2'],
    ['seats below zero', { seats: -1 }, 'BAD_USER_INPUT', 'seats'],
    ['a fee without a period', { feeFen: '1' }, 'RULE_VIOLATED', 'feePeriod'],
    ['a period without a fee', { feePeriod: 'DAY' }, 'RULE_VIOLATED', 'feeFen'],
    ['a closed one', { status: 'CLOSED' }, 'MOVE_NOT_ALLOWED', 'status'],
    [
      'an instant ahead',
      { effectiveAt: '2024-09-20T10:00:00.001+08:00' },
      'BAD_USER_INPUT',
      'effectiveAt',
    ],
    ['an empty key', { idempotencyKey: '' }, 'BAD_USER_INPUT', 'idempotencyKey'],
    [
      'a key of 256 characters',
      { idempotencyKey: 'k'.repeat(256) },
      'BAD_USER_INPUT',
      'idempotencyKey',
    ],
    ['a key with NUL', { idempotencyKey: 'k\u0000' }, 'BAD_ENCODING', null],
  ])('for %s', (_, more, code, field) =>
    unchanged(() => register(more, officerOf('430202', '430203', '430271', '430299')), {
      facility: null,
      ...refusedWith(code, field),
    }),
  );

  test.each([
    ['half a surrogate pair', { name: '甲\ud800' }],
    ['a key with half a surrogate pair', { idempotencyKey: 'k\udfff' }],
  ])('for %s', async (_, more) => {
    const before = await storedRows(subgraph.database);
    const { userErrors } = await register(more);
    expect(userErrors).toEqual([
      { code: expect.stringMatching(/^BAD_(USER_INPUT|ENCODING)$/), field: expect.anything() },
    ]);
    expect(grownBy(before, await storedRows(subgraph.database))).toEqual({});
  });

  // What its type refuses never becomes a write: the whole operation is answered with the error.
  test.each([
    ['a fee below zero', { feeFen: '-1', feePeriod: 'DAY' }, /Fen/],
    ['a fraction of a fen', { feeFen: '0.5', feePeriod: 'DAY' }, /Fen/],
    ['a fee as a number', { feeFen: 100, feePeriod: 'DAY' }, /Fen/],
    ['a fee past 64 bits', { feeFen: '9223372036854775808', feePeriod: 'DAY' }, /Fen/],
    ['full-width digits', { feeFen: '１００', feePeriod: 'DAY' }, /Fen/],
    ['an area past 32 bits', { areaM2: 2 ** 31 }, /Int/],
    ['half a square metre', { areaM2: 0.5 }, /Int/],
    ['an instant without offset', { effectiveAt: '2024-07-04T00:00:00' }, /offset|zone|instant/i],
    ['a malformed district', { districtCode: '43020' }, /administrative code/],
    ['an empty street', { streetCode: '' }, /administrative code/],
    ['a kind that is no code', { kind: "STATION'; drop table districts.facility; --" }, /code/],
    ['an unknown status', { status: 'BURNT' }, /FacilityStatus/],
    ['a field that is not there', { JSON: 1 }, /not defined/],
    ['__proto__', JSON.parse('{"__proto__": {"name": "x"}}') as object, /__proto__/],
  ])('before it begins, for %s', async (_, more, message) => {
    const before = await storedRows(subgraph.database);
    await expect(register(more)).rejects.toThrow(message);
    expect(grownBy(before, await storedRows(subgraph.database))).toEqual({});
    expect(({} as { name?: string }).name).toBeUndefined();
  });
});

test('the refusal of a code that left the list names its replacement', async () => {
  const { errors, data } = await askSubgraph(
    subgraph.door,
    `mutation { registerFacility(input: { idempotencyKey: "retired", name: "甲", kind: "STATION",
      districtCode: "430271", status: OPEN }) { userErrors { message } } }`,
    {},
    officerOf('430271'),
  );
  expect(errors).toBeUndefined();
  expect(data?.['registerFacility']).toEqual({
    userErrors: [{ message: 'Code 430271 left the list on 2022-10-31. Use 430204.' }],
  });
});

test('one key writes once and answers the same; with another input it is refused', async () => {
  const before = await storedRows(subgraph.database);
  const once = { name: '己中心', idempotencyKey: 'the-same-key' };
  const first = await register(once);
  expect(await register(once)).toEqual(first);
  expect(await register({ ...once, name: '庚中心' })).toEqual({
    facility: null,
    ...refusedWith('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey'),
  });
  expect(grownBy(before, await storedRows(subgraph.database))).toMatchObject({ facility: 1 });
});

test('a refused write leaves its key unused', async () => {
  const idempotencyKey = 'used-after-all';
  await register({ name: '', idempotencyKey });
  expect((await register({ name: '辛中心', idempotencyKey })).userErrors).toEqual([]);
});

test('eight identical writes at once are one write, and all get its answer', async () => {
  const before = await storedRows(subgraph.database);
  const once = { name: '壬中心', idempotencyKey: 'eight-at-once' };
  const answers = await Promise.all(Array.from({ length: 8 }, () => register(once)));
  expect(new Set(answers.map((answer) => answer['facility'].id)).size).toBe(1);
  expect(grownBy(before, await storedRows(subgraph.database))).toMatchObject({
    facility: 1,
    outbox: 1,
  });
});
