import { buildSubgraphSchema } from '@apollo/subgraph';
import { Fault, type SubgraphDoor } from '@linju/kit';
import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';

import { bothTransports, sharedGateway } from '../test-support/start-gateway.js';
import { compose } from '../test-support/toy-graph.js';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [])';

function doorOf(name: string, text: string, write: () => unknown): SubgraphDoor {
  const sdl = `${link}\n${text}`;
  return {
    name,
    sdl,
    schema: buildSubgraphSchema({
      typeDefs: parse(sdl),
      resolvers: { Mutation: { [name]: write } },
    }),
    openContext: () => ({}),
    changes: () => Promise.resolve([]),
    ready: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

const doors = [
  doorOf('first', 'type Query { a: Int } type Mutation { first: Int }', () => 1),
  doorOf('second', 'type Query { b: Int } type Mutation { second: Int }', () => {
    throw new Fault('STORAGE_UNAVAILABLE', 'down');
  }),
];

describe.each(bothTransports)('%s', (over) => {
  const gateway = sharedGateway({ over, doors, supergraphSdl: compose(doors) });

  test('a write that fails leaves the answer of the one before it, where the schema lets it be null', async () => {
    const { data, errors } = await gateway().ask('mutation { first second }');
    expect(data).toEqual({ first: 1, second: null });
    expect(errors?.map(({ path, extensions }) => [path, extensions['code']])).toEqual([
      [['second'], 'STORAGE_UNAVAILABLE'],
    ]);
  });
});
