import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { composeSupergraph } from './compose.js';
import { schemaFiles } from './schema-files.js';
import type { SubgraphSdl } from './subgraph-sdl.js';

/** What happened to one generated file. */
export interface EmittedFile {
  /** From the schema folder, with `/`. */
  readonly file: string;
  readonly outcome: 'WRITTEN' | 'UNCHANGED' | 'REMOVED';
}

/**
 * Composes and writes the SDL of each subgraph, the supergraph and the API schema; removes the SDL
 * of subgraphs that are gone. Nothing is written when the subgraphs do not compose.
 * @param folder the schema folder of the checkout
 * @throws Error of `composeSupergraph`, or of the file system
 */
export async function emitSchema(
  subgraphs: readonly SubgraphSdl[],
  folder: string,
): Promise<readonly EmittedFile[]> {
  const files = schemaFiles(subgraphs, composeSupergraph(subgraphs));
  const emitted: EmittedFile[] = [];
  for (const { file, text } of files) {
    emitted.push({ file, outcome: await writeIfDifferent(join(folder, file), text) });
  }
  for (const file of await forgottenFiles(subgraphs, folder)) {
    await rm(join(folder, file));
    emitted.push({ file, outcome: 'REMOVED' });
  }
  return emitted;
}

/** Emitted SDL whose subgraph no longer exists, in name order. */
export async function forgottenFiles(
  subgraphs: readonly SubgraphSdl[],
  folder: string,
): Promise<readonly string[]> {
  const expected = new Set(subgraphs.map(({ name }) => `${name}.graphql`));
  const found = await readdir(join(folder, 'subgraphs')).catch(emptyWhenAbsent);
  return found
    .filter((file) => file.endsWith('.graphql') && !expected.has(file))
    .sort()
    .map((file) => `subgraphs/${file}`);
}

/** The text of a file, or null when there is none. */
export async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

// An unchanged file keeps its time stamp, so that build caches and watchers stay quiet.
async function writeIfDifferent(path: string, text: string): Promise<'WRITTEN' | 'UNCHANGED'> {
  if ((await textOf(path)) === text) return 'UNCHANGED';
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  return 'WRITTEN';
}

function emptyWhenAbsent(error: unknown): string[] {
  if (isAbsent(error)) return [];
  throw error;
}

const isAbsent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';
