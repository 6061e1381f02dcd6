import { fixedClock, officerOf, systemViewer } from '@linju/kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startTestSubgraph, type TestSubgraph } from '../../../test/support/test-database.js';
import { blueprint } from '../index.js';
import { sharedTables } from '../tables/shared-tables.js';
import { newestChanges } from '../test-support/newest-changes.js';
import { mayNotWriteHetang, refusedWith } from '../test-support/refused-as.js';
import { grownBy, storedRows } from '../test-support/stored-rows.js';
import { writeAs } from '../test-support/write-as.js';

const officer = officerOf('430202', '430203', '430271', '430299');
// 2024-09-20 in Shanghai, 2024-09-19 in Greenwich.
const clock = fixedClock(new Date('2024-09-20T00:30:00+08:00'));
const community = { name: '甲社区', kind: 'RESIDENTS', districtCode: '430202' };

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await startTestSubgraph(blueprint, { clock });
  await subgraph.database.write(systemViewer, { repeatable: false }, (tx) =>
    tx.db
      .insert(sharedTables.codeValue)
      .values([
        tag('OLD_WAY', { validTo: '2024-09-20', replacedBy: 'SIX_NEIGHBOURS' }),
        tag('LAST_DAY', { validTo: '2024-09-21' }),
      ]),
  );
});
afterAll(() => subgraph[Symbol.asyncDispose]());

const tag = (code: string, more: object) => ({
  list: 'MethodTag',
  code,
  zh: code,
  en: code,
  ...more,
});

const register = (more: object, viewer = officer, select = 'id') =>
  writeAs({ door: subgraph.door, viewer }, 'registerCommunity', { ...community, ...more }, select);

test('a community is entered with its provenance and one word to the outbox', async () => {
  const before = await storedRows(subgraph.database);
  const written = await register(
    {
      streetCode: '430202001',
      code12: '430202001099',
      urbanRuralClass: '111',
      aliases: ['甲居委会'],
      methodTags: ['SIX_NEIGHBOURS', 'SIX_NEIGHBOURS', 'LAST_DAY'],
    },
    officer,
    `id name kind street { code } district { code } code12 code12ReasonIfNull urbanRuralClass aliases
     methodTags provenance { method source { id } }`,
  );
  expect(written).toEqual({
    community: {
      id: expect.stringMatching(/^community_[0-9A-HJKMNP-TV-Z]{26}$/),
      name: '甲社区',
      kind: 'RESIDENTS',
      street: { code: '430202001' },
      district: { code: '430202' },
      code12: '430202001099',
      code12ReasonIfNull: null,
      urbanRuralClass: '111',
      aliases: ['甲居委会'],
      methodTags: ['SIX_NEIGHBOURS', 'LAST_DAY'],
      provenance: { method: 'RECORDED', source: { id: 'source_seed_workflow' } },
    },
    userErrors: [],
  });
  expect(grownBy(before, await storedRows(subgraph.database))).toEqual({
    community: 1,
    idempotency: 1,
    outbox: 1,
    provenance: 1,
  });
  expect(await newestChanges(subgraph.database, 1)).toEqual([
    `CREATED Community ${written['community'].id} 430202`,
  ]);
});

test('a code that is not given is null, and says why', async () => {
  const written = await register(
    {},
    officer,
    'code12 code12ReasonIfNull street { code } methodTags',
  );
  expect(written['community']).toEqual({
    code12: null,
    code12ReasonIfNull: 'CODE_UNKNOWN',
    street: null,
    methodTags: [],
  });
});

describe('refused, with nothing written', () => {
  const unchanged = async (more: object, viewer: typeof officer, refusal: object) => {
    const before = await storedRows(subgraph.database);
    expect(await register(more, viewer)).toEqual({ community: null, ...refusal });
    expect(grownBy(before, await storedRows(subgraph.database))).toEqual({});
  };

  test.each(mayNotWriteHetang)('to %s', (_, viewer) =>
    unchanged({}, viewer, refusedWith('NOT_AUTHORISED')),
  );

  const street = { streetCode: '430202001' };
  test.each([
    ['a code that left the list', { districtCode: '430271' }, 'CODE_RETIRED', 'districtCode'],
    ['an unknown district', { districtCode: '430299' }, 'NOT_FOUND', 'districtCode'],
    ['a street of another district', { streetCode: '430204003' }, 'PLACE_MISMATCH', 'streetCode'],
    ['a code of another street', { ...street, code12: '430202002001' }, 'PLACE_MISMATCH', 'code12'],
    ['a code without street', { code12: '430202001001' }, 'PLACE_MISMATCH', 'code12'],
    ['a code of another kind', { ...street, code12: '430202001201' }, 'BAD_USER_INPUT', 'kind'],
    ['a code that is none', { ...street, code12: '4302020010' }, 'BAD_USER_INPUT', 'code12'],
    ['a class that is none', { urbanRuralClass: '999' }, 'BAD_USER_INPUT', 'urbanRuralClass'],
    ['an unknown tag', { methodTags: ['SIX_NEIGHBOURS', 'NONE'] }, 'NOT_FOUND', 'methodTags'],
    ['a tag that left its list today', { methodTags: ['OLD_WAY'] }, 'CODE_RETIRED', 'methodTags'],
    ['21 tags', { methodTags: Array(21).fill('SIX_NEIGHBOURS') }, 'BAD_USER_INPUT', 'methodTags'],
    ['21 aliases', { aliases: Array(21).fill('甲') }, 'BAD_USER_INPUT', 'aliases'],
    ['an empty alias', { aliases: [''] }, 'BAD_USER_INPUT', 'aliases'],
    ['a name of 101 characters', { name: '长'.repeat(101) }, 'BAD_USER_INPUT', 'name'],
    ['an e-mail address', { name: 'someone@example.com' }, 'PERSON_DATA_REFUSED', 'name'],
  ])('for %s', (_, more, code, field) => unchanged(more, officer, refusedWith(code, field)));

  test('for a 12-digit code that another community has', async () => {
    const taken = { streetCode: '430202001', code12: '430202001098' };
    await register(taken);
    await unchanged({ ...taken, name: '乙社区' }, officer, refusedWith('DUPLICATE', 'code12'));
  });
});
