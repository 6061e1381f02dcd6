import { Kind, parse, print, type DefinitionNode } from 'graphql';

/** One subgraph as this package sees it: two strings. */
export interface SubgraphSdl {
  /** The subgraph's name, as its folder has it: `funds`. */
  readonly name: string;
  /** Its SDL with the federation link and directives, as its own code prints it. */
  readonly sdl: string;
}

/** Subgraphs in the order of their names, so that the order they were passed in changes nothing. */
export const inNameOrder = (subgraphs: readonly SubgraphSdl[]): readonly SubgraphSdl[] =>
  [...subgraphs].sort((left, right) => compareText(left.name, right.name));

/**
 * The same SDL with its definitions in an order that does not depend on which class was imported
 * first: schema, directives, root types, then all types by name. Fields keep the order they were
 * written in, since that is the order a reader wants. Comments are dropped, descriptions stay.
 * @throws GraphQLError when the text is not SDL
 */
export function stableSdl(sdl: string): string {
  const definitions = [...parse(sdl, { noLocation: true }).definitions];
  return `${definitions.sort(byRankThenName).map(print).join('\n\n')}\n`;
}

/** Order by code units: a locale of the machine must not move a line. */
export const compareText = (left: string, right: string): number =>
  left < right ? -1 : left > right ? 1 : 0;

const byRankThenName = (left: DefinitionNode, right: DefinitionNode): number =>
  rankOf(left) - rankOf(right) || compareText(nameOf(left), nameOf(right));

const rootTypes = ['Query', 'Mutation', 'Subscription'];

function rankOf(definition: DefinitionNode): number {
  if (definition.kind === Kind.SCHEMA_EXTENSION || definition.kind === Kind.SCHEMA_DEFINITION) {
    return 0;
  }
  if (definition.kind === Kind.DIRECTIVE_DEFINITION) return 1;
  const root = rootTypes.indexOf(nameOf(definition));
  return root < 0 ? 2 + rootTypes.length : 2 + root;
}

const nameOf = (definition: DefinitionNode): string =>
  'name' in definition && definition.name ? definition.name.value : '';
