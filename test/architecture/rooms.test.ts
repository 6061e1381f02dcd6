import ts from 'typescript';
import { test } from 'vitest';

import { rooms } from './arrows.js';
import { expectNone } from './expect-none.js';
import { packages } from './packages.js';
import { entriesOf, files, isSource, isTest, stemOf, subgraphNames, textOf } from './tree.js';

const atTheDoor = [
  'README.md',
  'index.ts',
  'index.test.ts',
  'package.json',
  'test-support',
  'tsconfig.build.json',
  'tsconfig.json',
];

test.each(subgraphNames)('%s has only the rooms every subgraph has', (name) => {
  const unknown = entriesOf(`subgraphs/${name}`)
    .filter((entry) => !rooms.includes(entry) && !atTheDoor.includes(entry))
    .map((entry) => `subgraphs/${name}/${entry}: put its content in one of ${rooms.join(', ')}`);
  expectNone('Rooms no other subgraph has', unknown);
});

test.each(subgraphNames)('%s has one door, a README and its package files', (name) => {
  const entries = entriesOf(`subgraphs/${name}`);
  const missing = ['README.md', 'index.ts', 'package.json', 'tsconfig.json'].filter(
    (entry) => !entries.includes(entry),
  );
  expectNone(
    'Every subgraph has these',
    missing.map((entry) => `subgraphs/${name}/${entry} is missing: look at another subgraph's`),
  );
});

test('every package of ours has exactly one door', () => {
  const severalDoors = packages
    .filter(({ folder, exports }) => folder !== '' && exports !== undefined)
    .filter(({ exports }) => Object.keys(exports as object).join() !== '.')
    .map(({ folder }) => `${folder}/package.json: exports must have the one entry "."`);
  expectNone('Several doors', severalDoors);
});

test.each(subgraphNames)('in %s every loader, rule and metric has a test', (name) => {
  const untested = files
    .filter((file) => new RegExp(`^subgraphs/${name}/(loaders|rules|metrics)/`).test(file))
    .filter((file) => isSource(file) && stemOf(file) !== 'index' && decides(file))
    .filter((file) => !isNamedByATest(file))
    .map(
      (file) => `${file}: write ${file.replace(/\.ts$/, '.test.ts')}, or name it in another test`,
    );
  expectNone('Untested', untested);
});

// A closed list or a type decides nothing; there is nothing to test in it.
function decides(file: string): boolean {
  let found = false;
  const look = (node: ts.Node): void => {
    found ||= ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;
    if (!found) ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true));
  return found;
}

const testTexts = files.filter((file) => isTest(file) && file.endsWith('.ts')).map(textOf);

// By the file's name or by the name of what it exports: fund-by-id, fundById.
function isNamedByATest(file: string): boolean {
  const stem = stemOf(file);
  if (files.includes(file.replace(/\.ts$/, '.test.ts'))) return true;
  const names = [stem, stem.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())];
  return testTexts.some((text) => names.some((name) => new RegExp(`\\b${name}\\b`).test(text)));
}
