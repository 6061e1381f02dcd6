import { fixedClock, officerOf } from '@linju/kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startTestSubgraph, type TestSubgraph } from '../../../test/support/test-database.js';
import { blueprint } from '../index.js';
import { newestChanges } from '../test-support/newest-changes.js';
import { mayNotWriteHetang, refusedWith } from '../test-support/refused-as.js';
import { grownBy, storedRows } from '../test-support/stored-rows.js';
import { writeAs } from '../test-support/write-as.js';

const officer = officerOf('430202', '430271', '430299');
const firm = { name: '甲公司', kind: 'ENTERPRISE', districtCode: '430202' };

let subgraph: TestSubgraph;
beforeAll(async () => {
  const clock = fixedClock(new Date('2024-09-20T10:00:00+08:00'));
  subgraph = await startTestSubgraph(blueprint, { clock });
});
afterAll(() => subgraph[Symbol.asyncDispose]());

const register = (more: object, viewer = officer, select = 'id') =>
  writeAs({ door: subgraph.door, viewer }, 'registerOrganisation', { ...firm, ...more }, select);

const rename = (organisationId: string, more: object, viewer = officer, select = 'id') =>
  writeAs(
    { door: subgraph.door, viewer },
    'renameOrganisation',
    { organisationId, ...more },
    select,
  );

test('an organisation is entered with its codes, provenance and one word to the outbox', async () => {
  const before = await storedRows(subgraph.database);
  const written = await register(
    {
      uscc: '91990101MA4L000008',
      identifiers: [
        { scheme: 'A', value: '1' },
        { scheme: 'B', value: '1' },
      ],
      parentId: 'organisation_seed_zhuzhou_office_affairs',
      foundedOn: '2021-05',
    },
    officer,
    'id name kind uscc identifiers { scheme value } parent { id } seat { code } foundedOn provenance { method }',
  );
  expect(written['organisation']).toEqual({
    id: expect.stringMatching(/^organisation_/),
    name: '甲公司',
    kind: 'ENTERPRISE',
    uscc: '91990101MA4L000008',
    identifiers: [
      { scheme: 'A', value: '1' },
      { scheme: 'B', value: '1' },
    ],
    parent: { id: 'organisation_seed_zhuzhou_office_affairs' },
    seat: { code: '430202' },
    foundedOn: '2021-05',
    provenance: { method: 'RECORDED' },
  });
  expect(grownBy(before, await storedRows(subgraph.database))).toEqual({
    idempotency: 1,
    organisation: 1,
    organisation_identifier: 2,
    outbox: 1,
    provenance: 1,
  });
  expect(await newestChanges(subgraph.database, 1)).toEqual([
    `CREATED Organisation ${written['organisation'].id} 430202`,
  ]);
});

describe('registering is refused, with nothing written', () => {
  const unchanged = async (more: object, viewer: typeof officer, refusal: object) => {
    const before = await storedRows(subgraph.database);
    expect(await register(more, viewer)).toEqual({ organisation: null, ...refusal });
    expect(grownBy(before, await storedRows(subgraph.database))).toEqual({});
  };

  test.each(mayNotWriteHetang)('to %s', (_, viewer) =>
    unchanged({}, viewer, refusedWith('NOT_AUTHORISED')),
  );

  const identifier = { scheme: 'C', value: '1' };
  test.each([
    ['a code that left the list', { districtCode: '430271' }, 'CODE_RETIRED', 'districtCode'],
    ['an unknown district', { districtCode: '430299' }, 'NOT_FOUND', 'districtCode'],
    ['a wrong check character', { uscc: '91990101MA4L000009' }, 'BAD_USER_INPUT', 'uscc'],
    ['an empty code', { uscc: '' }, 'BAD_USER_INPUT', 'uscc'],
    ['an unknown parent', { parentId: 'organisation_seed_nowhere' }, 'NOT_FOUND', 'parentId'],
    ['one identifier twice', { identifiers: [identifier, identifier] }, 'DUPLICATE', 'identifiers'],
    [
      '21 identifiers',
      { identifiers: Array(21).fill(identifier) },
      'BAD_USER_INPUT',
      'identifiers',
    ],
    [
      'an identifier without scheme',
      { identifiers: [{ scheme: '', value: '1' }] },
      'BAD_USER_INPUT',
      'identifiers.scheme',
    ],
    ['a founding ahead', { foundedOn: '2024-10' }, 'BAD_USER_INPUT', 'foundedOn'],
    ['a telephone in the name', { name: '甲公司 13800138000' }, 'PERSON_DATA_REFUSED', 'name'],
  ])('for %s', (_, more, code, field) => unchanged(more, officer, refusedWith(code, field)));

  test('for a code or an identifier that another organisation has', async () => {
    const codes = { uscc: '529901011234567894', identifiers: [{ scheme: 'D', value: '1' }] };
    await register(codes);
    await unchanged({ uscc: codes.uscc }, officer, refusedWith('DUPLICATE', 'uscc'));
    const { identifiers } = codes;
    await unchanged({ identifiers }, officer, refusedWith('DUPLICATE', 'identifiers'));
  });
});

test('a renamed organisation keeps its names, each with the time it was in use', async () => {
  const { organisation } = await register({ name: '乙公司' });
  await rename(organisation.id, { name: '乙集团', from: '2022' });
  const select = 'name otherNames { name from to }';
  const again = await rename(
    organisation.id,
    { name: '乙股份', from: '2024-05-01' },
    officer,
    select,
  );
  expect(again['organisation']).toEqual({
    name: '乙股份',
    otherNames: [
      { name: '乙公司', from: null, to: '2022' },
      { name: '乙集团', from: null, to: '2024-05-01' },
    ],
  });
  expect(await newestChanges(subgraph.database, 1)).toEqual([
    `CHANGED Organisation ${organisation.id} 430202`,
  ]);
});

test('eight renamings at once are made one after the other, and no name is lost', async () => {
  const { organisation } = await register({ name: '丙0' });
  const names = Array.from({ length: 8 }, (_, index) => `丙${index + 1}`);
  const answers = await Promise.all(names.map((name) => rename(organisation.id, { name })));
  expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
  const last = await rename(organisation.id, { name: '丙9' }, officer, 'otherNames { name }');
  const kept = last['organisation'].otherNames as readonly { readonly name: string }[];
  expect(new Set(kept.map(({ name }) => name))).toEqual(new Set(['丙0', ...names]));
});

describe('renaming is refused, with nothing written', () => {
  let id: string;
  beforeAll(async () => {
    id = (await register({ name: '丁公司' }))['organisation'].id;
  });

  const unchanged = async (more: object, viewer: typeof officer, refusal: object) => {
    const before = await storedRows(subgraph.database);
    expect(await rename(id, { name: '戊公司', ...more }, viewer)).toEqual({
      organisation: null,
      ...refusal,
    });
    expect(grownBy(before, await storedRows(subgraph.database))).toEqual({});
  };

  test.each(mayNotWriteHetang)('to %s', (_, viewer) =>
    unchanged({}, viewer, refusedWith('NOT_AUTHORISED')),
  );

  test.each([
    ['the name it has', { name: '丁公司' }, 'BAD_USER_INPUT', 'name'],
    ['an empty name', { name: '' }, 'BAD_USER_INPUT', 'name'],
    ['a time ahead', { from: '2025' }, 'BAD_USER_INPUT', 'from'],
    [
      'an unknown one',
      { organisationId: 'organisation_seed_nowhere' },
      'NOT_FOUND',
      'organisationId',
    ],
    ['one without a seat', { organisationId: 'organisation_seed_wanrong' }, 'NOT_AUTHORISED', null],
  ])('for %s', (_, more, code, field) => unchanged(more, officer, refusedWith(code, field)));
});
