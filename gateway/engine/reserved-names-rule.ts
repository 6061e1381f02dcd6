import {
  GraphQLError,
  isAbstractType,
  type FieldNode,
  type GraphQLSchema,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

import { reservedNames, type ReservedNames } from './reserved-names.js';

// The planner adds fields to what a client asks: the keys by which the next subgraph finds an entity,
// what that one's @requires names, and __typename. It adds them under their own names without a look
// at the client's aliases, so whatever stands under such a name is overwritten or taken for the key:
// `{ district(code: "430202") { code: name funds(first: 1) { … } } }` answered the code where the
// name belonged, and with a list under that name the whole answer was lost. Open upstream since 2024:
// https://github.com/apollographql/federation/issues/3036. Whether fields are added depends on the
// rest of the query, and a question that fails with its next field helps nobody; so such aliases are
// refused wherever they stand. A variable of the planner's own takes a client's place in the same way.

const variableOfPlanner = 'representations';

/**
 * Refuses aliases and a variable that the planner would take for its own. The field that has the name
 * may stand under it.
 * @param supergraph  with its join directives, which name the keys
 */
export function reservedNamesRule(supergraph: GraphQLSchema): ValidationRule {
  const reserved = reservedNames(supergraph);
  return (context) => ({
    Field: (field) => {
      const alias = field.alias?.value;
      if (alias === undefined || alias === field.name.value) return;
      const type = ownerOf(alias, context, reserved);
      if (type !== null) context.reportError(aliasTaken(field, alias, type));
    },
    VariableDefinition: (definition) => {
      if (definition.variable.name.value !== variableOfPlanner) return;
      const message = `linju needs the name "$${variableOfPlanner}" for itself. Rename the variable.`;
      context.reportError(new GraphQLError(message, { nodes: definition }));
    },
  });
}

// In an interface's place stands one of its types, each with keys of its own.
function ownerOf(
  alias: string,
  context: ValidationContext,
  reserved: ReservedNames,
): string | null {
  const parent = context.getParentType();
  if (!parent) return null;
  if (alias === '__typename') return parent.name;
  const behind = isAbstractType(parent) ? context.getSchema().getPossibleTypes(parent) : [];
  const owner = [parent, ...behind].find(({ name }) => reserved.get(name)?.has(alias));
  return owner?.name ?? null;
}

function aliasTaken(field: FieldNode, alias: string, type: string): GraphQLError {
  const message = `"${field.name.value}" cannot be called "${alias}" here: linju needs that name of ${type} itself, to join what its parts know. Rename the alias.`;
  return new GraphQLError(message, { nodes: field });
}
