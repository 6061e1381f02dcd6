import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The checkout's folder. */
export const checkout = fileURLToPath(new URL('../..', import.meta.url));

/** Whether a build is there that is not older than any source; `npm test` makes one first. */
export const isBuilt = packagesOfLinju().every(
  (folder) => changedMs(join(folder, 'dist', 'index.js')) >= newestSourceMs(folder),
);

/** Linju's door, and how tests start it: the built program, as a user starts it; else its source. */
export const linjuDoor = join(checkout, 'cli', isBuilt ? 'dist/index.js' : 'index.ts');
export const linjuCommand: readonly string[] = isBuilt
  ? [process.execPath, linjuDoor]
  : sourceCommand(linjuDoor);

/** How a TypeScript file is started as it stands. @param file an absolute path */
export function sourceCommand(file: string): readonly string[] {
  const tsx = createRequire(import.meta.url).resolve('tsx');
  const conditions = isBuilt ? [] : ['--conditions=source'];
  return [process.execPath, '--import', pathToFileURL(tsx).href, ...conditions, file];
}

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
      return /(?<!\.test)\.ts$/.test(entry.name) ? changedMs(path) : 0;
    });
  return Math.max(0, ...changes);
}

// 0: it is not there.
function changedMs(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
