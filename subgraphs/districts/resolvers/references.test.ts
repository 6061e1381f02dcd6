import { expect, test } from 'vitest';

import { askSubgraph } from '../../../test/support/ask-subgraph.js';
import { startTestSubgraph } from '../../../test/support/test-database.js';
import { blueprint } from '../index.js';
import { references } from './references.js';

const entities = `query ($keys: [_Any!]!) {
  _entities(representations: $keys) {
    __typename
    ... on City { code } ... on District { code } ... on Street { code }
    ... on Community { id } ... on Estate { id } ... on Grid { id } ... on FunctionalArea { id }
    ... on Facility { id } ... on Organisation { id } ... on PolicyInstrument { id } ... on Source { id }
  }
}`;

const known = [
  { __typename: 'City', code: '430200' },
  { __typename: 'District', code: '430202' },
  { __typename: 'Street', code: '430202001' },
  { __typename: 'Community', id: 'community_seed_yeyachong' },
  { __typename: 'Estate', id: 'estate_seed_beichen' },
  { __typename: 'FunctionalArea', id: 'functionalarea_seed_zhuzhou_hightech' },
  { __typename: 'Facility', id: 'facility_seed_igo' },
  { __typename: 'Organisation', id: 'organisation_seed_lele' },
  { __typename: 'PolicyInstrument', id: 'policyinstrument_seed_hetang_partner_rules' },
  { __typename: 'Source', id: 'source_seed_s0' },
];

test('a reference to each entity is answered, one that leads nowhere is null, each in its place', async () => {
  await using subgraph = await startTestSubgraph(blueprint);
  const unknown = known.map(({ __typename, code }) =>
    code ? { __typename, code: '999999' } : { __typename, id: 'nothing' },
  );
  const keys = known.flatMap((key, index) => [key, unknown[index], key]);
  subgraph.takeStatements();
  const { data, errors } = await askSubgraph(subgraph.door, entities, { keys });
  expect(errors).toBeUndefined();
  expect(data?.['_entities']).toEqual(known.flatMap((key) => [key, null, key]));
  // All of one type are one statement.
  expect(subgraph.takeStatements()).toHaveLength(known.length);
});

test('a key that is no text leads nowhere and harms nothing', async () => {
  await using subgraph = await startTestSubgraph(blueprint);
  const odd = [null, 7, true, [], {}, ['facility_seed_igo'], { id: 'facility_seed_igo' }];
  const keys = odd.map((id) => ({ __typename: 'Facility', id }));
  const { data } = await askSubgraph(subgraph.door, entities, { keys });
  expect(data?.['_entities']).toEqual([null, null, null, null, null, null, null]);
});

test('every entity of the schema can be referred to', () => {
  const keyed = [...blueprint.sdl.matchAll(/^type (\w+).*@key/gm)].map(([, type]) => type);
  expect(Object.keys(references).sort()).toEqual(keyed.sort());
});
