import { getVariableValues, GraphQLError, type OperationDefinitionNode } from 'graphql';
import { refuse } from '@linju/kit';

import { validationErrorsMax } from '../limits/operation-limits.js';
import { RefusedOperation } from '../limits/refused-operation.js';
import type { Generation } from './generation.js';
import type { OperationEntry } from './operation-entry.js';

export interface OperationChoice {
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The way it came allows no writes. */
  readonly readsOnly: boolean;
}

/**
 * Picks the operation a request means, and checks that it may run this way with these variables.
 * @throws RefusedOperation OPERATION_RESOLUTION_FAILURE, BAD_USER_INPUT
 * @throws Refusal METHOD_NOT_ALLOWED
 */
export function requestedOperation(
  generation: Generation,
  entry: OperationEntry,
  { operationName, variables, readsOnly }: OperationChoice,
): OperationDefinitionNode {
  const operation = pick(entry, operationName);
  if (operation.operation === 'subscription') {
    throw unresolved('Subscriptions are not offered here. Ask with a query.');
  }
  if (operation.operation === 'mutation' && readsOnly) {
    refuse('METHOD_NOT_ALLOWED', {
      message: 'GET only reads. Send a mutation by POST, as application/json.',
    });
  }
  checkVariables(generation, operation, variables);
  return operation;
}

function pick({ operations }: OperationEntry, name: string | null): OperationDefinitionNode {
  const fitting = name === null ? operations : operations.filter((one) => one.name?.value === name);
  const [only, other] = fitting;
  if (only && !other) return only;
  if (name !== null) throw unresolved('The document has no operation of that operationName.');
  if (!only) throw unresolved('The document holds fragments only; it needs an operation.');
  throw unresolved('The document has several operations. Say which one with operationName.');
}

function checkVariables(
  { schema }: Generation,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): void {
  const { errors } = getVariableValues(schema, variableDefinitions, variables, {
    maxErrors: validationErrorsMax,
  });
  if (errors) throw new RefusedOperation('BAD_USER_INPUT', errors.slice(0, validationErrorsMax));
}

const unresolved = (message: string): RefusedOperation =>
  new RefusedOperation('OPERATION_RESOLUTION_FAILURE', [new GraphQLError(message)]);
