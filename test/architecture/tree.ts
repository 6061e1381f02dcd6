import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

// What npm, builds and runs leave behind; none of it is written by a person.
const notOurs = new Set([
  'node_modules',
  'dist',
  'coverage',
  '.git',
  '.turbo',
  '.linju',
  '.vite-temp',
]);

/**
 * Every file of the checkout that a person wrote or a generator wrote for people, from the root, with
 * `/`, in name order. Found in the tree itself, so that a new folder is held to the rules from its
 * first file, and so that a checkout without git is checked too.
 */
export const files: readonly string[] = walk('');

/** The text of a file of the checkout. */
export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/** The names in a folder of the checkout, folders included, in name order. */
export const entriesOf = (folder: string): readonly string[] =>
  readdirSync(join(root, folder))
    .filter((name) => !notOurs.has(name))
    .sort();

/** The subgraphs there are, by the name of their folder. */
export const subgraphNames: readonly string[] = readdirSync(join(root, 'subgraphs'), {
  withFileTypes: true,
})
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

/** TypeScript that is neither a test nor help for one. */
export const isSource = (file: string): boolean => /\.tsx?$/.test(file) && !isTest(file);

/** A test, or what stands beside tests for their sake only. */
export const isTest = (file: string): boolean =>
  /\.test\.tsx?$/.test(file) || file.startsWith('test/') || file.includes('/test-support/');

/** The file's name without folder and without ending: `fund-by-id`. */
export const stemOf = (file: string): string =>
  (file.split('/').at(-1) ?? file).replace(/(\.test)?\.[^.]+$/, '');

function walk(folder: string): readonly string[] {
  return (
    readdirSync(join(root, folder), { withFileTypes: true })
      // Compiled beside their source for a process of another user, and ignored by git.
      .filter(({ name }) => !/\.js(\.map)?$/.test(name) || name === 'eslint.config.js')
      .filter(({ name }) => !notOurs.has(name))
      .flatMap((entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) return walk(path);
        return entry.isFile() ? [path.split(sep).join('/')] : [];
      })
      .sort()
  );
}
