import {
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLLeafType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

import { Fault } from '@linju/kit';

import type { AnswerBudget } from './answer-budget.js';
import { fragmentsByName, plannedOperation, responseKeyOf } from './document-parts.js';
import { ownValue } from './own-property.js';

/** A value that the supergraph does not allow where it stood. It has been taken out. */
export interface AnswerProblem {
  /** In the subgraph's own answer: `['_entities', 0, 'name']`. */
  readonly path: readonly (string | number)[];
  /** For the log. */
  readonly what: string;
}

export interface AnswerToCheck {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Changed in place: what does not fit becomes null. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The answer holds errors of its own: a null then needs no other reason. */
  readonly explained: boolean;
  /** Drawn on for every value that is there. */
  readonly budget: AnswerBudget;
}

/** Problems beyond these are taken out silently; the answer is marked incomplete anyway. */
export const problemsPerCallMax = 10;

/**
 * Holds a subgraph's answer against the supergraph before it is merged.
 *
 * The stock executor turns a wrong type name, a missing value or a null in a non-null place into
 * `null` without an error, and a scalar in a list's place into a refusal of the whole request. Here
 * each becomes a null with a problem that names its path, and the rest of the answer stays.
 * @throws Fault SUBGRAPH_BAD_ANSWER when there are not as many entities as were asked for: a short
 *   list could not be told from a shifted one
 * @throws OverLimit when the operation's answers together are too large
 */
export function checkSubgraphAnswer(
  supergraph: GraphQLSchema,
  { document, variables, data, explained, budget }: AnswerToCheck,
): readonly AnswerProblem[] {
  const check = new AnswerCheck(supergraph, document, { explained, budget });
  const operation = plannedOperation(document);
  const asked = variables['representations'];
  if (Array.isArray(asked)) check.entities(data, operation.selectionSet, asked as unknown[]);
  else check.fields(data, rootOf(supergraph, operation), operation.selectionSet, []);
  return check.problems;
}

type Path = readonly (string | number)[];
type Values = Record<string, unknown>;

class AnswerCheck {
  readonly problems: AnswerProblem[] = [];
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #explained: boolean;
  readonly #budget: AnswerBudget;

  constructor(
    readonly supergraph: GraphQLSchema,
    document: DocumentNode,
    { explained, budget }: Pick<AnswerToCheck, 'explained' | 'budget'>,
  ) {
    this.#fragments = fragmentsByName(document);
    this.#explained = explained;
    this.#budget = budget;
  }

  entities(data: Values, set: SelectionSetNode, asked: readonly unknown[]): void {
    const found = ownValue(data, '_entities');
    if (!Array.isArray(found) || found.length !== asked.length) {
      throw new Fault('SUBGRAPH_BAD_ANSWER', `not ${asked.length} entities`);
    }
    const field = set.selections.find((selection) => selection.kind === Kind.FIELD);
    asked.forEach((representation, index) => {
      const type = this.#namedType(ownValue(representation as Values, '__typename'));
      const path = ['_entities', index];
      if (!type || !field?.selectionSet) return;
      found[index] = this.#object(found[index], type, field.selectionSet, path);
    });
  }

  fields(value: Values, type: GraphQLNamedType, set: SelectionSetNode, path: Path): void {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) this.#field(value, type, selection, path);
      else {
        const fragment =
          selection.kind === Kind.INLINE_FRAGMENT
            ? selection
            : this.#fragments.get(selection.name.value);
        if (!fragment || !this.#applies(fragment.typeCondition?.name.value, type)) continue;
        if (isConditional(selection))
          this.#fieldsThatAreThere(value, type, fragment.selectionSet, path);
        else this.fields(value, type, fragment.selectionSet, path);
      }
    }
  }

  // Under @skip or @include a field may be absent; one that is there is checked all the same.
  #fieldsThatAreThere(value: Values, type: GraphQLNamedType, set: SelectionSetNode, path: Path) {
    const there = set.selections.filter(
      (selection) =>
        selection.kind !== Kind.FIELD || Object.hasOwn(value, responseKeyOf(selection)),
    );
    this.fields(value, type, { ...set, selections: there }, path);
  }

  #field(value: Values, type: GraphQLNamedType, field: FieldNode, path: Path): void {
    const name = field.name.value;
    const key = responseKeyOf(field);
    if (name === '__typename' || !('getFields' in type)) return;
    const definition = type.getFields()[name];
    if (!definition || !isOutput(definition.type)) return;
    const here = [...path, key];
    if (!Object.hasOwn(value, key)) {
      // An abstract parent without a type name: the field may belong to another type.
      if (isConditional(field) || isAbstractType(type) || this.#explained) return;
      this.#problem(here, 'missing');
      return;
    }
    this.#budget.takeName(key);
    // Its own property, as was just seen: so even `__proto__` is written like any other.
    value[key] = this.#value(value[key], definition.type, field, here);
  }

  #value(value: unknown, type: GraphQLOutputType, field: FieldNode, path: Path): unknown {
    this.#budget.takeValue(value);
    if (value === null || value === undefined) {
      if (isNonNullType(type) && !this.#explained) this.#problem(path, 'null in a non-null place');
      return null;
    }
    const inner = getNullableType(type);
    if (isListType(inner)) {
      if (!Array.isArray(value)) return this.#problem(path, 'no list');
      return (value as unknown[]).map((item, index) =>
        this.#value(item, inner.ofType as GraphQLOutputType, field, [...path, index]),
      );
    }
    if (isLeafType(inner)) return fitsLeaf(inner, value) ? value : this.#problem(path, 'odd value');
    if (!isCompositeType(inner) || !field.selectionSet) return value;
    return this.#object(value, inner, field.selectionSet, path);
  }

  #object(value: unknown, declared: GraphQLNamedType, set: SelectionSetNode, path: Path): unknown {
    if (value === null || value === undefined) return null;
    if (typeof value !== 'object' || Array.isArray(value)) return this.#problem(path, 'no object');
    const type = this.#runtimeType(value as Values, declared);
    if (!type) return this.#problem(path, 'a type that cannot stand here');
    this.fields(value as Values, type, set, path);
    return value;
  }

  #runtimeType(value: Values, declared: GraphQLNamedType): GraphQLNamedType | null {
    const name = ownValue(value, '__typename');
    if (name === undefined || name === declared.name) return declared;
    const type = this.#namedType(name);
    if (!type || !isObjectType(type) || !isAbstractType(declared)) return null;
    return this.supergraph.isSubType(declared, type) ? type : null;
  }

  #namedType(name: unknown): GraphQLNamedType | undefined {
    return typeof name === 'string' ? this.supergraph.getType(name) : undefined;
  }

  #applies(condition: string | undefined, type: GraphQLNamedType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const wanted = this.supergraph.getType(condition);
    return isAbstractType(wanted) && isObjectType(type) && this.supergraph.isSubType(wanted, type);
  }

  #problem(path: Path, what: string): null {
    if (this.problems.length < problemsPerCallMax) this.problems.push({ path, what });
    return null;
  }
}

function rootOf(
  schema: GraphQLSchema,
  { operation }: OperationDefinitionNode,
): GraphQLCompositeType {
  const root = schema.getRootType(operation);
  if (root) return root;
  throw new Fault('INTERNAL', `a plan for a ${operation} the graph does not have`);
}

const isConditional = ({ directives = [] }: Pick<FieldNode, 'directives'>): boolean =>
  directives.length > 0;

const isOutput = (type: unknown): type is GraphQLOutputType => type !== undefined;

// Scalars of our own pass as they are: the supergraph knows their names only.
function fitsLeaf(type: GraphQLLeafType, value: unknown): boolean {
  if (!isEnumType(type) && !isSpecifiedScalarType(type)) return true;
  try {
    type.parseValue(value);
    return true;
  } catch {
    return false;
  }
}
