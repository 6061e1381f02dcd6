import { Kind, parse, type ConstDirectiveNode, type ObjectTypeDefinitionNode } from 'graphql';

/**
 * The fields of Query that a subgraph alone answers, in the supergraph's order.
 * @param supergraphSdl composed, with its join directives
 */
export function rootFieldsOf(subgraph: string, supergraphSdl: string): readonly string[] {
  const graph = subgraph.toUpperCase();
  const query = parse(supergraphSdl).definitions.find(
    (each): each is ObjectTypeDefinitionNode =>
      each.kind === Kind.OBJECT_TYPE_DEFINITION && each.name.value === 'Query',
  );
  const everywhere = graphsOf(query?.directives, 'join__type');
  return (query?.fields ?? [])
    .filter(({ directives }) => {
      // A field without the directive stands in every subgraph that has the type.
      const graphs = graphsOf(directives, 'join__field');
      return (graphs.length > 0 ? graphs : everywhere).join() === graph;
    })
    .map(({ name }) => name.value);
}

const graphsOf = (
  directives: readonly ConstDirectiveNode[] | undefined,
  name: string,
): readonly string[] =>
  (directives ?? [])
    .filter((directive) => directive.name.value === name)
    .flatMap((directive) => directive.arguments ?? [])
    .filter((argument) => argument.name.value === 'graph')
    .flatMap(({ value }) => (value.kind === Kind.ENUM ? [value.value] : []));
