import { anonymous, systemViewer } from '@linju/kit';
import { expect, test } from 'vitest';

import { startTestSubgraph } from '../../../test/support/test-database.js';
import { blueprint } from '../index.js';
import { populationTable } from '../tables/area-tables.js';
import { createLoaders } from './index.js';

const placeCode = '430202';

test('the newest vintage comes first, and a number that is not known keeps its reason', async () => {
  await using subgraph = await startTestSubgraph(blueprint);
  await subgraph.database.write(systemViewer, { repeatable: false }, (tx) =>
    tx.db.insert(populationTable).values({
      placeCode,
      vintage: 'FIXTURE_2000',
      persons: 1,
      qualifier: 'EXACT',
      asOf: '2000-11-01',
    }),
  );
  const load = createLoaders(subgraph.database.reader(anonymous));
  const [hetang, lusong, street] = await Promise.all(
    [placeCode, '430203', '430202001'].map((code) => load.populationsOfPlace.load(code)),
  );
  expect(hetang?.map(({ vintage, persons }) => ({ vintage, persons }))).toEqual([
    { vintage: 'CENSUS_2020', persons: 348_894 },
    { vintage: 'FIXTURE_2000', persons: 1 },
  ]);
  expect(lusong).toEqual([
    expect.objectContaining({ persons: null, reasonIfNull: 'SOURCE_MISSING' }),
  ]);
  expect(street).toEqual([]);
});
