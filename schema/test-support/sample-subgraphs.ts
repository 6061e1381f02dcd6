import { composeSupergraph } from '../compose.js';
import type { Graph } from '../laws/law.js';
import type { SubgraphSdl } from '../subgraph-sdl.js';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", ' +
  'import: ["@key", "@shareable", "@external", "@requires", "@authenticated", "@policy"])';

/** A subgraph that owns District; passes every law. */
export const districts: SubgraphSdl = {
  name: 'districts',
  sdl: `${link}
"""区县"""
type District @key(fields: "code") {
  "The administrative code, six digits."
  code: ID!
  "The district's name."
  name: String!
}
type Query {
  "One district by its code; null when there is none."
  district("The administrative code." code: ID!): District
}`,
};

/** A subgraph that owns Fund and adds to District; passes every law. */
export const funds: SubgraphSdl = {
  name: 'funds',
  sdl: `${link}
type Query {
  "One fund by its id; null when there is none."
  fund("The fund's id." id: ID!): Fund
}
"""社区基金"""
type Fund @key(fields: "id") {
  "The fund's id."
  id: ID!
  "What the fund is called."
  name: String!
  "Where the fund stands."
  state: FundState!
  "The district the fund works in."
  district: District
}
type District @key(fields: "code") {
  code: ID!
  "The funds of the district."
  funds("How many, 1 to 100." first: Int!): FundConnection
}
"""A page of funds."""
type FundConnection {
  "The funds of this page."
  nodes: [Fund!]!
}
"""State of a fund."""
enum FundState {
  "It may receive and spend."
  OPEN
  "It has ended."
  CLOSED
}`,
};

/** The two, with one piece of text exchanged in each subgraph that has it. */
export function withText(from: string, to: string): readonly SubgraphSdl[] {
  const changed = [districts, funds].map(({ name, sdl }) => ({ name, sdl: sdl.replace(from, to) }));
  if (changed.every(({ sdl }, index) => sdl === [districts, funds][index]?.sdl)) {
    throw new Error(`No sample subgraph contains ${from}.`);
  }
  return changed;
}

/** What a law looks at, composed from the subgraphs. */
export const graphOf = (
  subgraphs: readonly SubgraphSdl[],
  owners: Readonly<Record<string, string>> = {},
): Graph => ({ subgraphs, supergraph: composeSupergraph(subgraphs), owners });
