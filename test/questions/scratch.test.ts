import { expect, test } from 'vitest';
import { startGraph } from '../support/start-graph.js';

test('scratch', async () => {
  await using graph = await startGraph();
  const answer = await graph.ask('{ community(id: "community_seed_yeyachong") { name provenance { method source { id title } } } facilities(area: "430202", first: 2) { totalCount nodes { name } } }');
  console.log(JSON.stringify(answer, null, 1));
  expect(answer.errors).toBeUndefined();
});
