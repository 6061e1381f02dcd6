import { expect, test } from 'vitest';

import { askSubgraph } from '../../../test/support/ask-subgraph.js';
import { startTestSubgraph } from '../../../test/support/test-database.js';
import { blueprint } from '../index.js';

test('each field of each level of a nested question is one SQL statement', async () => {
  await using subgraph = await startTestSubgraph(blueprint);
  const answer = await askSubgraph(
    subgraph.door,
    '{ cities { code districts { code city { name } streets { code district { name } communities { name } } } } }',
  );
  expect(answer.errors).toBeUndefined();
  expect(subgraph.takeStatements()).toHaveLength(6);
});
