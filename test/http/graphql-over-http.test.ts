import { serverAudits } from 'graphql-http';
import { fetch } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startGraph, type TestGraph } from '../support/start-graph.js';

// The audits that graphql-http ships, against the real gateway over the real subgraphs: every MUST,
// SHOULD and MAY of the GraphQL-over-HTTP specification.

let graph: TestGraph;
let url: string;

beforeAll(async () => {
  graph = await startGraph();
  url = `${await graph.listen()}/graphql`;
});

afterAll(() => graph[Symbol.asyncDispose]());

describe('GraphQL over HTTP', () => {
  const audits = serverAudits({ url: () => url, fetchFn: fetch as never });
  test.each(audits.map((audit) => [`${audit.id} ${audit.name}`, audit] as const))(
    '%s',
    async (_, audit) => {
      const { status, ...rest } = await audit.fn();
      expect(status, 'reason' in rest ? rest.reason : '').toBe('ok');
    },
  );
});
