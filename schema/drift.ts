import { join } from 'node:path';

import { composeSupergraph } from './compose.js';
import { forgottenFiles, textOf } from './emit.js';
import { schemaFiles } from './schema-files.js';
import type { SubgraphSdl } from './subgraph-sdl.js';

/** A committed file that is not what the subgraphs say now. */
export interface Drift {
  /** From the schema folder, with `/`. */
  readonly file: string;
  readonly kind: 'DIFFERENT' | 'MISSING' | 'FORGOTTEN';
  /** The first lines that differ; empty unless DIFFERENT. At most `differencesShown` of them. */
  readonly differences: readonly LineDifference[];
}

export interface LineDifference {
  /** Counted from 1. */
  readonly line: number;
  /** Null where the committed file has already ended. */
  readonly committed: string | null;
  /** Null where the emitted text has already ended. */
  readonly emitted: string | null;
}

const differencesShown = 3;

/**
 * Compares the committed files with what the subgraphs say now, without writing anything.
 * @param folder the schema folder of the checkout
 * @returns empty when `emitSchema` would change nothing
 * @throws Error of `composeSupergraph`
 */
export async function checkSchema(
  subgraphs: readonly SubgraphSdl[],
  folder: string,
): Promise<readonly Drift[]> {
  const drifts: Drift[] = [];
  for (const { file, text } of schemaFiles(subgraphs, composeSupergraph(subgraphs))) {
    const committed = await textOf(join(folder, file));
    if (committed === null) drifts.push({ file, kind: 'MISSING', differences: [] });
    else if (committed !== text) {
      drifts.push({ file, kind: 'DIFFERENT', differences: firstDifferences(committed, text) });
    }
  }
  for (const file of await forgottenFiles(subgraphs, folder)) {
    drifts.push({ file, kind: 'FORGOTTEN', differences: [] });
  }
  return drifts;
}

/** One drift for a person: the file, what differs, what to do. */
export function describeDrift({ file, kind, differences }: Drift): string {
  if (kind === 'MISSING') return `schema/${file} is missing. Run \`npm run schema\` and commit it.`;
  if (kind === 'FORGOTTEN') {
    return `schema/${file} belongs to no subgraph. Run \`npm run schema\`, which removes it.`;
  }
  const lines = differences.flatMap(({ line, committed, emitted }) => [
    `  line ${line}`,
    `    committed  ${committed ?? '(the file ends)'}`,
    `    now        ${emitted ?? '(the text ends)'}`,
  ]);
  return [
    `schema/${file} is not what the subgraphs say. Run \`npm run schema\`, read the diff, commit it.`,
    ...lines,
  ].join('\n');
}

function firstDifferences(committed: string, emitted: string): readonly LineDifference[] {
  const before = committed.split('\n');
  const after = emitted.split('\n');
  const differences: LineDifference[] = [];
  for (let index = 0; index < Math.max(before.length, after.length); index += 1) {
    if (before[index] === after[index]) continue;
    differences.push({
      line: index + 1,
      committed: before[index] ?? null,
      emitted: after[index] ?? null,
    });
    if (differences.length === differencesShown) break;
  }
  return differences;
}
