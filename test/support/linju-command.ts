import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The checkout's folder. */
export const checkout = fileURLToPath(new URL('../..', import.meta.url));

/** Whether a build is there that is not older than any source; `npm test` makes one first. */
export const isBuilt = packagesOfLinju().every((folder) => {
  const door = join(folder, 'dist', 'index.js');
  return existsSync(door) && statSync(door).mtimeMs >= newestSourceMs(folder);
});

/**
 * How a program of the tests is started: from its source, through tsx; what it imports of linju comes
 * from the build where there is one, which loads faster.
 * @param file an absolute path
 */
export function programCommand(file: string): readonly string[] {
  const tsx = createRequire(import.meta.url).resolve('tsx');
  const conditions = isBuilt ? [] : ['--conditions=source'];
  return [process.execPath, '--import', pathToFileURL(tsx).href, ...conditions, file];
}

/** How tests start linju: the built program, as a user starts it; without a build, its source. */
export const linjuCommand: readonly string[] = isBuilt
  ? [process.execPath, join(checkout, 'cli', 'dist', 'index.js')]
  : programCommand(join(checkout, 'cli', 'index.ts'));

function packagesOfLinju(): readonly string[] {
  const subgraphs = readdirSync(join(checkout, 'subgraphs')).map((name) => `subgraphs/${name}`);
  return ['kit', 'schema', 'gateway', 'cli', ...subgraphs]
    .map((folder) => join(checkout, folder))
    .filter((folder) => existsSync(join(folder, 'index.ts')));
}

function newestSourceMs(folder: string): number {
  const changes = readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !['dist', 'node_modules'].includes(name))
    .map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return newestSourceMs(path);
      return /(?<!\.test)\.ts$/.test(entry.name) ? statSync(path).mtimeMs : 0;
    });
  return Math.max(0, ...changes);
}
