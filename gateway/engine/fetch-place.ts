import type { SubgraphError } from '@linju/kit';
import { Kind, type DocumentNode, type SelectionSetNode } from 'graphql';

type Path = readonly (string | number)[];

const pathsMax = 50;

/** Where in the client's answer one fetch of a plan belongs, and what it was to bring. */
export class FetchPlace {
  /** Response keys that the fetch brings, on its first level. */
  readonly #keys: readonly string[];
  readonly #isForEntities: boolean;

  /**
   * @param document  the fetch's own operation
   * @param target    where its result is merged, from the client's root; `@` stands for a list
   */
  constructor(
    document: DocumentNode,
    readonly target: Path,
  ) {
    const root = rootSelections(document);
    const entities = root?.selections.find(
      (selection) => selection.kind === Kind.FIELD && selection.name.value === '_entities',
    );
    this.#isForEntities = entities !== undefined;
    const set = entities?.kind === Kind.FIELD ? entities.selectionSet : root;
    this.#keys = set ? [...new Set(keysOf(set))] : [];
  }

  /** A path for the one error of a fetch that failed whole, in the subgraph's own answer. */
  firstPath(): Path {
    const first = this.#keys.slice(0, 1);
    return this.#isForEntities ? ['_entities', 0, ...first] : first;
  }

  /** An error without a place concerns the whole fetch; clients still get a path. */
  located(error: SubgraphError): SubgraphError {
    return error.path ? error : { ...error, path: this.firstPath() };
  }

  /** Everything the fetch was to bring, as dotted response keys from the client's root. */
  missingPaths(): readonly string[] {
    return this.#keys.slice(0, pathsMax).map((key) => this.#fromRoot([key]));
  }

  /** One path of the subgraph's own answer, from the client's root. */
  missingPath(path: Path): string {
    return this.#fromRoot(this.#isForEntities ? path.slice(2) : path);
  }

  #fromRoot(path: Path): string {
    return [...this.target, ...path]
      .filter((step) => typeof step === 'string' && step !== '@')
      .join('.');
  }
}

function rootSelections(document: DocumentNode): SelectionSetNode | undefined {
  const operation = document.definitions.find(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  return operation?.selectionSet;
}

function keysOf(set: SelectionSetNode): string[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return keysOf(selection.selectionSet);
    if (selection.kind !== Kind.FIELD || selection.name.value === '__typename') return [];
    return [selection.alias?.value ?? selection.name.value];
  });
}
