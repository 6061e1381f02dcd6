import { isBuiltin } from 'node:module';
import { posix } from 'node:path';

import ts from 'typescript';

import { packages } from './packages.js';
import { files, textOf } from './tree.js';

/** One import, re-export or dynamic import of a file. */
export interface Import {
  /** The importing file, from the root. */
  readonly file: string;
  /** As written: `../rules/index.js`, `@linju/kit`, `postgres`. */
  readonly specifier: string;
  /** An `import type`: nothing of it is left at run time. */
  readonly typesOnly: boolean;
  /** The file of ours it leads to, from the root; null for packages of others. */
  readonly target: string | null;
  /** The package of others it leads to: `drizzle-orm`, `@apollo/gateway`; null for ours and Node's. */
  readonly dependency: string | null;
}

/** Everything a TypeScript file imports, types included: a type is a dependency of the reader too. */
export function importsOf(file: string): readonly Import[] {
  const text = textOf(file);
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName: specifier, pos }) => ({
    file,
    specifier,
    typesOnly: /^(import|export) type\b/.test(statementAt(text, pos)),
    ...destinationOf(file, specifier),
  }));
}

// The statement that ends with the specifier at this position.
const statementAt = (text: string, position: number): string =>
  text
    .slice(0, position)
    .match(/(?:^|\n)((?:import|export)\b(?:(?!\n(?:import|export)\b)[^])*)$/)?.[1] ?? '';

function destinationOf(file: string, specifier: string): Pick<Import, 'target' | 'dependency'> {
  if (specifier.startsWith('.')) {
    return { target: sourceAt(file, specifier), dependency: null };
  }
  const ours = packages.find(({ name }) => specifier === name || specifier.startsWith(`${name}/`));
  if (ours) {
    const inside = specifier.slice(ours.name.length + 1) || 'index.ts';
    return { target: posix.join(ours.folder, inside), dependency: null };
  }
  return { target: null, dependency: isBuiltin(specifier) ? null : nameIn(specifier) };
}

const known = new Set(files);

// `./x.js` in the text is `x.ts` or `x.tsx` in the tree.
function sourceAt(file: string, specifier: string): string {
  const path = posix.join(posix.dirname(file), specifier);
  const candidates = [
    path,
    path.replace(/\.js$/, '.ts'),
    path.replace(/\.js$/, '.tsx'),
    `${path}.ts`,
  ];
  return candidates.find((candidate) => known.has(candidate)) ?? path;
}

const nameIn = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
