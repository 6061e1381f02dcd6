import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';

import { test } from 'vitest';

import { expectNone } from './expect-none.js';
import { exportsOf } from './exports-of.js';
import { packages } from './packages.js';
import { files, isSource, isTest, root, textOf } from './tree.js';

const pages = files.filter((file) => file.endsWith('.md'));
const scripts = Object.keys(
  (JSON.parse(textOf('package.json')) as { readonly scripts: Readonly<Record<string, string>> })
    .scripts,
);

test('every package has a README', () => {
  const missing = packages
    .map(({ folder }) => posix.join(folder, 'README.md'))
    .filter((file) => !files.includes(file))
    .map(
      (file) =>
        `${file} is missing: a page on what it is, how to run it, where things are, its words`,
    );
  expectNone('Packages without a README', missing);
});

test('every path a page names exists', () => {
  const missing = pages.flatMap((page) =>
    [...pathsIn(page), ...linksIn(page)]
      .filter((path) => !candidates(page, path).some(existsInTree))
      .map(
        (path) =>
          `${page} names ${path}, which does not exist: correct the page, or say it in words`,
      ),
  );
  expectNone('Paths to nowhere', missing);
});

// From the root, from the page's folder, or from the package the page speaks of.
const candidates = (page: string, path: string): readonly string[] =>
  [path, posix.join(posix.dirname(page), path)].map((candidate) => candidate.replace(/\/$/, ''));

// `subgraphs/*/seed` and `<name>` stand for any name.
function existsInTree(path: string): boolean {
  if (!/[*<]/.test(path)) return existsSync(join(root, path));
  const pattern = path.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*+|<[^>]*>/g, '[^/]+');
  return files.some((file) => new RegExp(`^${pattern}(/|$)`).test(file));
}

const topLevel = new Set(files.map((file) => file.split('/')[0] ?? ''));

// `gateway/config.ts`: begins with a folder of the checkout or of the page, and has a slash.
function pathsIn(page: string): readonly string[] {
  return codeIn(textOf(page)).flatMap(({ text, isBlock }) =>
    (isBlock ? [] : [text])
      .filter((word) => /^(?:\.{1,2}\/)?[\w@.<>*-]+(\/[\w@.<>*-]*)+$/.test(word))
      .filter((word) => beginsInTree(page, word))
      // What the product makes when it runs is not in the tree.
      .filter((word) => !/^(\.linju|node_modules|dist)\b|\/dist\b/.test(word)),
  );
}

function beginsInTree(page: string, path: string): boolean {
  const [first = ''] = path.split('/');
  if (first === '.' || first === '..') return true;
  return (
    topLevel.has(first) ||
    files.some((file) => file.startsWith(posix.join(posix.dirname(page), first, '/')))
  );
}

// [text](docs/glossary.md#the-product), not pages of others.
const linksIn = (page: string): readonly string[] =>
  [...textOf(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target ?? '')
    .filter((target) => !/^([a-z]+:|#)/.test(target))
    .map((target) => target.split('#')[0] ?? '');

test('every anchor a page links to exists', () => {
  const missing = pages.flatMap((page) =>
    [...textOf(page).matchAll(/\]\(([^)\s#]*)#([^)\s]+)\)/g)]
      .filter(([, target]) => !/^[a-z]+:/.test(target ?? ''))
      .map(([, target = '', anchor = '']) => ({
        anchor,
        file: target === '' ? page : posix.join(posix.dirname(page), target),
      }))
      .filter(({ file, anchor }) => pages.includes(file) && !anchorsOf(file).includes(anchor))
      .map(
        ({ file, anchor }) => `${page} links to ${file}#${anchor}: that page has no such heading`,
      ),
  );
  expectNone('Anchors to nowhere', missing);
});

// As GitHub makes them: lower case, punctuation dropped, spaces to hyphens.
const anchorsOf = (page: string): readonly string[] =>
  [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

test('every command a page names exists', () => {
  const missing = pages.flatMap((page) =>
    codeIn(textOf(page))
      .flatMap(({ text }) => unknownCommands(text))
      .map(
        (command) =>
          `${page} names \`${command}\`, which does not exist: see package.json and cli/commands/`,
      ),
  );
  expectNone('Commands that do not exist', missing);
});

function unknownCommands(code: string): readonly string[] {
  const npm = [...code.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)]
    .filter(([, script, short]) => !scripts.includes(script ?? short ?? ''))
    .map(([command]) => command);
  const linju = [...code.matchAll(/(?:^|npx |npm run )linju (?:-- )?([a-z][a-z-]*)/gm)]
    .filter(([, verb]) => !files.includes(`cli/commands/${verb}.ts`))
    .map(([command]) => command);
  return [...npm, ...linju];
}

interface Code {
  readonly text: string;
  readonly isBlock: boolean;
}

// `spans` and fenced blocks.
function codeIn(markdown: string): readonly Code[] {
  const blocks = [...markdown.matchAll(/^```[^\n]*\n([^]*?)^```/gm)].map(([, text]) => text ?? '');
  const spans = [...markdown.replace(/^```[^]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map(
    ([, text]) => text ?? '',
  );
  return [
    ...blocks.map((text) => ({ text, isBlock: true })),
    ...spans.map((text) => ({ text, isBlock: false })),
  ];
}

test('every export says what it is', () => {
  const silent = files
    .filter(isSource)
    .flatMap((file) => {
      const all = exportsOf(file);
      // The type of a closed list has the list's name; one docstring serves both.
      const said = new Set(all.filter(({ isDocumented }) => isDocumented).map(({ name }) => name));
      return all.filter(({ name }) => !said.has(name));
    })
    .map(
      ({ file, line, name }) =>
        `${file}:${line} ${name}: write a docstring (meaning, units, null, errors)`,
    );
  expectNone('Exports without a docstring', silent);
});

const decisions = files.filter((file) => file.startsWith('docs/decisions/'));

test('every decision record has its number, its title and its four parts', () => {
  const incomplete = decisions.flatMap((file) =>
    faultsOf(file).map((fault) => `${file}: ${fault}`),
  );
  expectNone('Decision records', incomplete);
});

function faultsOf(file: string): readonly string[] {
  const text = textOf(file);
  const number = /\/(\d{4})-[a-z0-9-]+\.md$/.exec(file)?.[1];
  if (number === undefined) return ['name it NNNN-what-it-decides.md'];
  const parts: readonly (readonly [RegExp, string])[] = [
    [new RegExp(`^# ${number} \\S`), `begin with "# ${number} " and the title`],
    [
      /^Status: (accepted|proposed|replaced by \d{4})\b/m,
      'add a line "Status: accepted YYYY-MM-DD"',
    ],
    [/^## Context\n+\S/m, 'add "## Context": what forces a choice'],
    [/^## Decision\n+\S/m, 'add "## Decision": what we do, and what we turned down'],
    [/^## Consequences\n+\S/m, 'add "## Consequences": what gets easier, what harder'],
  ];
  return parts.filter(([form]) => !form.test(text)).map(([, fault]) => fault);
}

test('decision records are numbered one after the other', () => {
  const wrong = decisions
    .filter((file, index) => Number(/\/(\d{4})-/.exec(file)?.[1]) !== index + 1)
    .map((file) => `${file}: the next free number is the number of records plus one`);
  expectNone('Numbers of decision records', wrong);
});

const documented = [...textOf('.env.example').matchAll(/^#?([A-Z][A-Z0-9_]+)=/gm)].map(
  ([, name]) => name ?? '',
);
const code = files
  .filter(
    (file) =>
      file === 'docker-compose.yml' ||
      (/^(cli|gateway|kit)\//.test(file) && /\.(ts|mjs)$/.test(file) && !isTest(file)),
  )
  .map((file) => ({ file, text: textOf(file) }));

test('the variables of .env.example are read', () => {
  const unread = documented
    // <NAME>_DATABASE_URL and <NAME>_URL are put together from the subgraph's name.
    .map((name) => ({ name, inCode: name.replace(/^[A-Z]+(_DATABASE_URL|_URL)$/, '$1') }))
    .filter(({ inCode }) => !code.some(({ text }) => text.includes(inCode)))
    .map(({ name }) => `.env.example lists ${name}, which nothing reads: remove it`);
  expectNone('Variables nobody reads', unread);
});

test('the variables that are read stand in .env.example', () => {
  const undocumented = code.flatMap(({ file, text }) =>
    [...text.matchAll(/\bLINJU_[A-Z0-9_]*[A-Z0-9]\b/g)]
      .filter(([name]) => !documented.includes(name))
      .map(([name]) => `${file} reads ${name}: explain it in .env.example`),
  );
  expectNone('Variables nobody explains', undocumented);
});
