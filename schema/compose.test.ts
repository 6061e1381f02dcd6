import { parse, print } from 'graphql';
import { expect, test } from 'vitest';

import { composeSupergraph } from './compose.js';
import { districts, funds, withText } from './test-support/sample-subgraphs.js';

test('the order in which subgraphs are passed changes nothing', () => {
  expect(composeSupergraph([funds, districts])).toEqual(composeSupergraph([districts, funds]));
});

test('the order in which classes were imported changes nothing', () => {
  const definitions = parse(funds.sdl).definitions.toReversed();
  const shuffled = { name: 'funds', sdl: definitions.map(print).join('\n') };
  expect(composeSupergraph([districts, shuffled])).toEqual(composeSupergraph([districts, funds]));
});

test('the supergraph names a placeholder for each subgraph, never a host', () => {
  const { supergraphSdl } = composeSupergraph([districts, funds]);
  expect([...supergraphSdl.matchAll(/url: "(http:[^"]*)"/g)].map(([, url]) => url)).toEqual([
    'http://districts.subgraph.invalid/graphql',
    'http://funds.subgraph.invalid/graphql',
  ]);
});

test('the API schema shows clients the joined types and no federation machinery', () => {
  expect(composeSupergraph([districts, funds]).apiSdl).toBe(`type Query {
  """One district by its code; null when there is none."""
  district(
    """The administrative code."""
    code: ID!
  ): District
  """One fund by its id; null when there is none."""
  fund(
    """The fund's id."""
    id: ID!
  ): Fund
}

"""区县"""
type District {
  """The administrative code, six digits."""
  code: ID!
  """The district's name."""
  name: String!
  """The funds of the district."""
  funds(
    """How many, 1 to 100."""
    first: Int!
  ): FundConnection
}

"""社区基金"""
type Fund {
  """The fund's id."""
  id: ID!
  """What the fund is called."""
  name: String!
  """Where the fund stands."""
  state: FundState!
  """The district the fund works in."""
  district: District
}

"""A page of funds."""
type FundConnection {
  """The funds of this page."""
  nodes: [Fund!]!
}

"""State of a fund."""
enum FundState {
  """It may receive and spend."""
  OPEN
  """It has ended."""
  CLOSED
}
`);
});

test('subgraphs that contradict each other are refused with every error and its code', () => {
  const contradicting = withText(
    '"The funds of the district."',
    '"The district, again." name: Int!  "The funds of the district."',
  );
  const compose = () => composeSupergraph(contradicting);
  expect(compose).toThrow(/districts, funds do not compose \(\d errors?\)/);
  expect(compose).toThrow(/FIELD_TYPE_MISMATCH\n {4}Type of field "District.name"/);
});

test('what composition noticed without refusing is handed back as hints', () => {
  const twoVoices = withText('type District @key', '"Something else." type District @key');
  expect(composeSupergraph([districts, twoVoices[1] ?? funds]).hints).toContainEqual(
    expect.objectContaining({ code: 'INCONSISTENT_DESCRIPTION', level: 'WARN' }),
  );
});
