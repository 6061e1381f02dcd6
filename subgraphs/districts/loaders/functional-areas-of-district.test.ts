import { anonymous } from '@linju/kit';
import { expect, test } from 'vitest';

import { startTestSubgraph } from '../../../test/support/test-database.js';
import { blueprint } from '../index.js';
import { createLoaders } from './index.js';

const hightech = 'functionalarea_seed_zhuzhou_hightech';

test('functional areas are found by id, by city and by the districts they share land with', async () => {
  await using subgraph = await startTestSubgraph(blueprint);
  const load = createLoaders(subgraph.database.reader(anonymous));
  const byId = await Promise.all(
    [hightech, 'functionalarea_seed_nowhere'].map((id) => load.functionalAreaById.load(id)),
  );
  expect(byId).toEqual([
    expect.objectContaining({ id: hightech, name: '株洲高新区', primaryDistrictCode: '430211' }),
    null,
  ]);
  const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
  expect(idsOf(await load.functionalAreasOfDistrict.load('430211'))).toEqual([hightech]);
  expect(idsOf(await load.functionalAreasOfDistrict.load('430202'))).toEqual([]);
  expect(idsOf(await load.functionalAreasOfCity.load('430100'))).toEqual([
    'functionalarea_seed_xiangjiang_new_area',
  ]);
  const districts = await load.districtsOfFunctionalArea.load(hightech);
  expect(districts.map(({ code }) => code)).toEqual(['430211']);
});
