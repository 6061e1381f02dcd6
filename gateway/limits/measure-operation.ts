import {
  GraphQLError,
  Kind,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

import { countMax } from './over-limit.js';
import { RefusedOperation } from './refused-operation.js';

/** What one operation asks for when all its fragments are written out. */
export interface OperationShape {
  /** Levels of fields; 1 for `{ a }`. */
  readonly depth: number;
  readonly selections: number;
  readonly aliases: number;
  readonly directives: number;
  /** Fields on the first level. */
  readonly breadth: number;
  /** `__schema` and `__type`. */
  readonly introspections: number;
}

/**
 * Measures every operation of a document without writing its fragments out: each fragment is
 * visited once and its counts are used again, so the work grows with the text and not with what the
 * text stands for. Counts stop at a bound instead of running over.
 * @throws RefusedOperation when fragments spread each other in a circle
 */
export function measureOperations(document: DocumentNode): readonly OperationShape[] {
  const fragments = new FragmentShapes(document);
  return document.definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .map((operation) => measureOperation(operation, fragments));
}

const nothing: OperationShape = {
  depth: 0,
  selections: 0,
  aliases: 0,
  directives: 0,
  breadth: 0,
  introspections: 0,
};

function measureOperation(
  operation: OperationDefinitionNode,
  fragments: FragmentShapes,
): OperationShape {
  const variables = operation.variableDefinitions ?? [];
  const directives = [operation, ...variables].reduce((sum, node) => sum + countOf(node), 0);
  return sumOf(measureSelections(operation.selectionSet, fragments), { ...nothing, directives });
}

function measureSelections(set: SelectionSetNode, fragments: FragmentShapes): OperationShape {
  return set.selections
    .map((selection) => measureSelection(selection, fragments))
    .reduce(sumOf, nothing);
}

function measureSelection(selection: SelectionNode, fragments: FragmentShapes): OperationShape {
  const own = { ...nothing, directives: countOf(selection) };
  switch (selection.kind) {
    case Kind.FIELD: {
      const below = selection.selectionSet
        ? measureSelections(selection.selectionSet, fragments)
        : nothing;
      const field = { depth: below.depth + 1, selections: 1, breadth: 1 };
      const aliases = selection.alias ? 1 : 0;
      const introspections = asksForSchema.has(selection.name.value) ? 1 : 0;
      const here = { ...nothing, ...field, aliases, introspections };
      return { ...sumOf(sumOf(below, own), here), breadth: 1 };
    }
    case Kind.INLINE_FRAGMENT:
      return sumOf(measureSelections(selection.selectionSet, fragments), own);
    case Kind.FRAGMENT_SPREAD:
      return sumOf(fragments.shapeOf(selection.name.value), own);
  }
}

const asksForSchema: ReadonlySet<string> = new Set(['__schema', '__type']);

/** The shapes of a document's fragments, each measured when it is first spread. */
class FragmentShapes {
  readonly #definitions = new Map<string, FragmentDefinitionNode>();
  readonly #shapes = new Map<string, OperationShape | 'BEING_MEASURED'>();

  constructor(document: DocumentNode) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) {
        this.#definitions.set(definition.name.value, definition);
      }
    }
  }

  shapeOf(name: string): OperationShape {
    const known = this.#shapes.get(name);
    const definition = this.#definitions.get(name);
    // A fragment that is not there counts as nothing; validation reports it.
    if (!definition) return nothing;
    if (known === 'BEING_MEASURED') throw spreadsItself(definition);
    return known ?? this.#measure(name, definition);
  }

  #measure(name: string, definition: FragmentDefinitionNode): OperationShape {
    this.#shapes.set(name, 'BEING_MEASURED');
    const own = { ...nothing, directives: countOf(definition) };
    const shape = sumOf(measureSelections(definition.selectionSet, this), own);
    this.#shapes.set(name, shape);
    return shape;
  }
}

function spreadsItself(fragment: FragmentDefinitionNode): RefusedOperation {
  const message = `The fragment "${fragment.name.value}" spreads itself, directly or through others. Take one of the spreads out.`;
  return new RefusedOperation('GRAPHQL_VALIDATION_FAILED', [
    new GraphQLError(message, { nodes: fragment }),
  ]);
}

const countOf = ({ directives }: { directives?: readonly DirectiveNode[] | undefined }): number =>
  directives?.length ?? 0;

function sumOf(one: OperationShape, other: OperationShape): OperationShape {
  return {
    depth: Math.max(one.depth, other.depth),
    selections: bounded(one.selections + other.selections),
    aliases: bounded(one.aliases + other.aliases),
    directives: bounded(one.directives + other.directives),
    breadth: bounded(one.breadth + other.breadth),
    introspections: bounded(one.introspections + other.introspections),
  };
}

const bounded = (count: number): number => Math.min(count, countMax);
