import { officerOf } from '@linju/kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startTestSubgraph, type TestSubgraph } from '../../../test/support/test-database.js';
import { blueprint } from '../index.js';
import { newestChanges } from '../test-support/newest-changes.js';
import { mayNotWriteHetang, refusedWith } from '../test-support/refused-as.js';
import { grownBy, storedRows } from '../test-support/stored-rows.js';
import { writeAs } from '../test-support/write-as.js';

const officer = officerOf('430202', '430271');
const rules = { title: '荷塘区示例细则', districtCode: '430202', trial: false };

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await startTestSubgraph(blueprint);
});
afterAll(() => subgraph[Symbol.asyncDispose]());

const register = (more: object, viewer = officer, select = 'id') =>
  writeAs(
    { door: subgraph.door, viewer },
    'registerPolicyInstrument',
    { ...rules, ...more },
    select,
  );

test('a rule book is entered with what it replaces, and one word to the outbox', async () => {
  const before = await storedRows(subgraph.database);
  const written = await register(
    {
      documentNo: '荷示〔2025〕1号',
      issuerId: 'organisation_seed_hetang_social_work',
      effectiveFrom: '2025-01-01',
      effectiveTo: '2025',
      supersedesId: 'policyinstrument_seed_hetang_partner_rules',
      basisFor: ['R8', 'R8'],
    },
    officer,
    `id title documentNo issuer { id } scope { ... on District { code } } scopeCode trial effectiveFrom
     effectiveTo supersedes { id } basisFor provenance { method }`,
  );
  expect(written['policyInstrument']).toEqual({
    id: expect.stringMatching(/^policyinstrument_/),
    title: '荷塘区示例细则',
    documentNo: '荷示〔2025〕1号',
    issuer: { id: 'organisation_seed_hetang_social_work' },
    scope: { code: '430202' },
    scopeCode: '430202',
    trial: false,
    effectiveFrom: '2025-01-01',
    effectiveTo: '2025',
    supersedes: { id: 'policyinstrument_seed_hetang_partner_rules' },
    basisFor: ['R8'],
    provenance: { method: 'RECORDED' },
  });
  expect(grownBy(before, await storedRows(subgraph.database))).toEqual({
    idempotency: 1,
    outbox: 1,
    policy_instrument: 1,
    provenance: 1,
  });
  expect(await newestChanges(subgraph.database, 1)).toEqual([
    `CREATED PolicyInstrument ${written['policyInstrument'].id} 430202`,
  ]);
});

describe('refused, with nothing written', () => {
  const unchanged = async (more: object, viewer: typeof officer, refusal: object) => {
    const before = await storedRows(subgraph.database);
    expect(await register(more, viewer)).toEqual({ policyInstrument: null, ...refusal });
    expect(grownBy(before, await storedRows(subgraph.database))).toEqual({});
  };

  test.each(mayNotWriteHetang)('to %s', (_, viewer) =>
    unchanged({}, viewer, refusedWith('NOT_AUTHORISED')),
  );

  test.each([
    ['a city', { districtCode: '430200' }, 'BAD_USER_INPUT', 'districtCode'],
    ['a code that left the list', { districtCode: '430271' }, 'CODE_RETIRED', 'districtCode'],
    [
      'an end before the beginning',
      { effectiveFrom: '2025', effectiveTo: '2024-12' },
      'PERIOD_REFUSED',
      'effectiveTo',
    ],
    ['an unknown issuer', { issuerId: 'organisation_seed_nowhere' }, 'NOT_FOUND', 'issuerId'],
    [
      'replacing an unknown one',
      { supersedesId: 'policyinstrument_seed_no' },
      'NOT_FOUND',
      'supersedesId',
    ],
    ['replacing no id', { supersedesId: '' }, 'BAD_USER_INPUT', 'supersedesId'],
    [
      'replacing the province’s',
      { supersedesId: 'policyinstrument_seed_hunan_fund_guideline' },
      'PLACE_MISMATCH',
      'supersedesId',
    ],
    ['an empty title', { title: '' }, 'BAD_USER_INPUT', 'title'],
    ['21 rules', { basisFor: Array(21).fill('R8') }, 'BAD_USER_INPUT', 'basisFor'],
  ])('for %s', (_, more, code, field) => unchanged(more, officer, refusedWith(code, field)));
});
