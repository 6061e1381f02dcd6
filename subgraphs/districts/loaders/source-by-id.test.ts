import { anonymous } from '@linju/kit';
import { expect, test } from 'vitest';

import { startTestSubgraph } from '../../../test/support/test-database.js';
import { idsOverAllPages } from '../test-support/all-pages.js';
import { blueprint } from '../index.js';
import { createLoaders } from './index.js';

test('sources are found by id, null for an unknown one, and listed by id page by page', async () => {
  await using subgraph = await startTestSubgraph(blueprint);
  const load = createLoaders(subgraph.database.reader(anonymous));
  const found = await Promise.all(
    ['source_seed_s1', 'source_seed_s9', 'source_seed_s0'].map((id) => load.sourceById.load(id)),
  );
  expect(found.map((row) => row?.id ?? null)).toEqual(['source_seed_s1', null, 'source_seed_s0']);

  const { ids, totalCount } = await idsOverAllPages(subgraph.door, 'sources', 3);
  expect(ids).toEqual([...new Set(ids)].sort());
  expect(ids).toHaveLength(totalCount);
  expect(ids).toEqual(expect.arrayContaining(['source_seed_s0', 'source_seed_s4']));
});
