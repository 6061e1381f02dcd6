import {
  BREAK,
  GraphQLError,
  Kind,
  specifiedRules,
  validate,
  visit,
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  type ValidationRule,
} from 'graphql';

import { validationErrorsMax } from '../limits/operation-limits.js';
import { RefusedOperation } from '../limits/refused-operation.js';

export interface Validity {
  readonly schema: GraphQLSchema;
  /** Beside GraphQL's own. */
  readonly rules: readonly ValidationRule[];
}

/**
 * Passes a document that fits the schema, the values written in it included.
 * @throws RefusedOperation GRAPHQL_VALIDATION_FAILED; BAD_USER_INPUT where only values of our own
 *   scalars are wrong, naming the argument
 */
export function requireValid(document: DocumentNode, { schema, rules }: Validity): void {
  const found = validate(schema, document, [...specifiedRules, ...rules], {
    maxErrors: validationErrorsMax,
  });
  if (found.length === 0) return;
  // One more says that counting was stopped; it tells a client nothing.
  const errors = found.slice(0, validationErrorsMax);
  const others = errors.filter((error) => !isBadValue(error));
  if (others.length > 0) throw new RefusedOperation('GRAPHQL_VALIDATION_FAILED', others);
  throw new RefusedOperation(
    'BAD_USER_INPUT',
    errors.map((error) => namingItsPlace(error, document)),
  );
}

// Our scalars say so themselves; graphql-js passes on what they say.
const isBadValue = ({ extensions }: GraphQLError): boolean =>
  extensions['code'] === 'BAD_USER_INPUT';

// A scalar knows what is wrong with a value, but not where it stands.
function namingItsPlace({ message, nodes }: GraphQLError, document: DocumentNode): GraphQLError {
  const place = nodes?.[0] ? placeOf(nodes[0], document) : 'A value';
  return new GraphQLError(`${place} is not accepted. ${message}`, { nodes: nodes ?? null });
}

/** `The argument "input.amountFen"`. */
function placeOf(value: ASTNode, document: DocumentNode): string {
  const path: ASTNode[] = [];
  visit(document, {
    enter(node) {
      path.push(node);
      return node === value ? BREAK : undefined;
    },
    leave: () => void path.pop(),
  });
  const variable = path.find((node) => node.kind === Kind.VARIABLE_DEFINITION);
  if (variable) return `The default of the variable "$${variable.variable.name.value}"`;
  const names = path.flatMap((node) =>
    node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD ? [node.name.value] : [],
  );
  return `The argument "${names.join('.')}"`;
}
