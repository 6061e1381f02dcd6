import type { SubgraphError } from '@linju/kit';
import {
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

import { fragmentsByName, plannedOperation, responseKeyOf } from './document-parts.js';

type Path = readonly (string | number)[];

const pathsMax = 50;

/** Where in the client's answer one fetch of a plan belongs, and what it was to bring. */
export class FetchPlace {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #root: SelectionSetNode;
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
    this.#fragments = fragmentsByName(document);
    this.#root = plannedOperation(document).selectionSet;
    const entities = this.#fieldsOf(this.#root).find(({ name }) => name.value === '_entities');
    this.#isForEntities = entities !== undefined;
    const brought = this.#fieldsOf(entities?.selectionSet ?? this.#root).map(responseKeyOf);
    this.#keys = [...new Set(brought)].filter((key) => key !== '__typename');
  }

  /** A path for the one error of a fetch that failed whole, in the subgraph's own answer. */
  firstPath(): Path {
    const first = this.#keys.slice(0, 1);
    return this.#isForEntities ? ['_entities', 0, ...first] : first;
  }

  /**
   * The error with a path that clients can follow: as far as the subgraph's own path names what was
   * asked of it, else the fetch's. A subgraph cannot put words of its own into a path.
   */
  located(error: SubgraphError): SubgraphError {
    const path = this.#askedPart(error.path ?? []);
    const reachesIntoEntity = !this.#isForEntities || path.length > 1;
    return { ...error, path: path.length > 0 && reachesIntoEntity ? path : this.firstPath() };
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

  #askedPart(path: Path): Path {
    let sets = [this.#root];
    let steps = 0;
    for (const step of path) {
      if (typeof step === 'string') {
        const fields = sets
          .flatMap((set) => this.#fieldsOf(set))
          .filter((field) => responseKeyOf(field) === step);
        if (fields.length === 0) break;
        sets = fields.flatMap(({ selectionSet }) => selectionSet ?? []);
      }
      steps += 1;
    }
    return path.slice(0, steps);
  }

  #fieldsOf(set: SelectionSetNode | undefined): FieldNode[] {
    return (set?.selections ?? []).flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection];
      if (selection.kind === Kind.INLINE_FRAGMENT) return this.#fieldsOf(selection.selectionSet);
      const named = this.#fragments.get(selection.name.value);
      return this.#fieldsOf(named?.selectionSet);
    });
  }
}
