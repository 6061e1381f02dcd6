import { Fault } from '@linju/kit';
import {
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql';

/** The one operation of a document that a planner wrote. @throws Fault INTERNAL without one */
export function plannedOperation(document: DocumentNode): OperationDefinitionNode {
  const found = document.definitions.find(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (found) return found;
  throw new Fault('INTERNAL', 'a plan without an operation');
}

/** A document's fragments by name. */
export const fragmentsByName = (
  document: DocumentNode,
): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );

/** The name under which a field stands in an answer. */
export const responseKeyOf = ({ alias, name }: FieldNode): string => alias?.value ?? name.value;
