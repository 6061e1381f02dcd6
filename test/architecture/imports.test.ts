import ts from 'typescript';
import { test } from 'vitest';

import { placeOf, refusedArrow } from './arrows.js';
import { expectNone } from './expect-none.js';
import { importsOf } from './imports-of.js';
import { packageOf } from './packages.js';
import { files, isSource, isTest, textOf } from './tree.js';

const typescript = files.filter((file) => /\.tsx?$/.test(file));
const imports = typescript.flatMap(importsOf);

test('imports follow the arrows of the house', () => {
  const refused = imports
    .filter(({ file }) => isSource(file))
    .flatMap(({ file, target, specifier, typesOnly }) => {
      const why = target === null ? null : refusedArrow(placeOf(file), placeOf(target), typesOnly);
      return why === null ? [] : [`${file} imports ${specifier}: ${why}`];
    });
  expectNone('Imports against the arrows', refused);
});

test('a test beside its file imports no other subgraph and no gateway', () => {
  const refused = imports
    .filter(({ file }) => isTest(file) && /^(kit|schema|subgraphs)\//.test(file))
    .filter(({ file, target }) => {
      const [from, to] = [placeOf(file), placeOf(target ?? file)];
      return from.part !== to.part && /^(gateway|clients|subgraphs)/.test(to.part);
    })
    .map(({ file, specifier }) => `${file} imports ${specifier}: move the test to test/`);
  expectNone('Tests that cross packages', refused);
});

test('a package is entered by its door, never by a path', () => {
  const byPath = imports
    .filter(({ file, target }) => target !== null && placeOf(file).part !== placeOf(target).part)
    .filter(({ specifier }) => specifier.startsWith('.'))
    .filter(({ file, target }) => !file.startsWith('test/') && !isTestSupport(file, target))
    .map(({ file, specifier }) => `${file} imports ${specifier}: import the package by its name`);
  const behindDoor = imports
    .filter(({ specifier }) => /^@linju\/[^/]+\//.test(specifier))
    .map(
      ({ file, specifier }) =>
        `${file} imports ${specifier}: export it from that package's index.ts`,
    );
  expectNone('Packages entered through a window', [...byPath, ...behindDoor]);
});

// A test beside its file may ask test/support for a database; the product never does.
const isTestSupport = (file: string, target: string | null): boolean =>
  isTest(file) && (target?.startsWith('test/support/') ?? false);

test('what a package imports stands in its own package.json', () => {
  const undeclared = imports
    .filter(({ file, dependency }) => dependency !== null && !isDeclared(file, dependency))
    .map(({ file, dependency }) => {
      const { folder } = packageOf(file);
      return `${file} imports ${dependency}: add it to ${folder}/package.json at the version in use`;
    });
  expectNone('Undeclared dependencies', undeclared);
});

// Tests and configuration may use what the root offers all packages for development.
function isDeclared(file: string, dependency: string): boolean {
  const { dependencies, developmentDependencies } = packageOf(file);
  const shared = packageOf('package.json');
  if (dependencies.has(dependency)) return true;
  const isProduct = isSource(file) && !/\.config\.ts$/.test(file) && !file.startsWith('clients/');
  return (
    !isProduct &&
    (developmentDependencies.has(dependency) || shared.developmentDependencies.has(dependency))
  );
}

// The operator's tool makes roles and looks into servers, so it may speak SQL too.
const mayHoldSql =
  /^(subgraphs\/[^/]+\/(loaders|commands|migrations|tables|seed)|kit\/(data|write)|gateway\/store|cli|test)\//;
const withoutSql = typescript.filter((file) => isSource(file) && !mayHoldSql.test(file));

test('only loaders, commands, tables and seed know the database libraries', () => {
  const refused = withoutSql
    .flatMap(importsOf)
    .filter(({ dependency }) => /^(drizzle-orm|postgres)$/.test(dependency ?? ''))
    .map(
      ({ file, dependency }) => `${file} imports ${dependency}: ask a loader or a command instead`,
    );
  expectNone('Database libraries outside their rooms', refused);
});

test('SQL is written only where it is looked for', () => {
  const refused = withoutSql.flatMap((file) =>
    sqlIn(file).map((sql) => `${file} holds "${sql}": move it to a loader or a command`),
  );
  const misplaced = files
    .filter((file) => file.endsWith('.sql') && !mayHoldSql.test(file))
    .map((file) => `${file}: SQL files stand in migrations/ or kit/data/`);
  expectNone('SQL outside its rooms', [...refused, ...misplaced]);
});

// A template tagged sql, or a text that reads like a statement.
function sqlIn(file: string): readonly string[] {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'sql') {
      found.push(node.getText().slice(0, 40));
    } else if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
      if (looksLikeSql(node.getText().slice(1))) found.push(node.getText().slice(0, 40));
    }
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true));
  return found;
}

const looksLikeSql = (text: string): boolean =>
  /^\s*(select\b[^]*\bfrom\b|insert into\b|update\b[^]*\bset\b[^]*=|delete from\b|with \w+ as \()/i.test(
    text,
  );
