import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The checkout's folder. */
export const checkout = fileURLToPath(new URL('../..', import.meta.url));

/**
 * How tests start linju: the built program, as a user starts it, where the build is not older than
 * any source (`npm test` builds first); else the sources, through tsx.
 */
export const linjuCommand: readonly string[] = isBuildFresh()
  ? [process.execPath, join(checkout, 'cli', 'dist', 'index.js')]
  : sourceCommand(join(checkout, 'cli', 'index.ts'));

/** How a program of the tests is started: always from its source. */
export function sourceCommand(file: string): readonly string[] {
  const tsx = createRequire(import.meta.url).resolve('tsx');
  return [process.execPath, '--import', pathToFileURL(tsx).href, '--conditions=source', file];
}

/** Whether `linjuCommand` is the built program. */
export const startsTheBuild = linjuCommand[1]?.endsWith('index.js') ?? false;

function isBuildFresh(): boolean {
  const folders = ['kit', 'schema', 'gateway', 'cli', ...subgraphFolders()];
  return folders.every((folder) => {
    const built = changedAt(join(checkout, folder), ['dist']).builtAt;
    return built !== null && built >= changedAt(join(checkout, folder), []).writtenAt;
  });
}

const subgraphFolders = (): readonly string[] =>
  readdirSync(join(checkout, 'subgraphs'))
    .map((name) => join('subgraphs', name))
    .filter((folder) => existsSync(join(checkout, folder, 'index.ts')));
