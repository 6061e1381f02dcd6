import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { gte, satisfies } from 'semver';
import { expect, test } from 'vitest';

import { expectNone } from './expect-none.js';
import { copiesOf, installed } from './installed.js';
import { packages } from './packages.js';
import { files, root, textOf } from './tree.js';

test.each(['graphql', '@apollo/federation-internals', 'type-graphql', 'drizzle-orm', 'postgres'])(
  'there is one copy of %s: two in one process do not know each other’s objects',
  (name) => {
    const paths = copiesOf(name).map(({ path, version }) => `${path} (${version})`);
    expect(
      paths,
      `${paths.join(', ')}: pin every package that brings it to one version`,
    ).toHaveLength(1);
  },
);

const federation = [
  '@apollo/composition',
  '@apollo/federation-internals',
  '@apollo/gateway',
  '@apollo/query-graphs',
  '@apollo/query-planner',
  '@apollo/subgraph',
];

test('all packages of Apollo’s federation stand at one version', () => {
  const versions = new Set(federation.flatMap(copiesOf).map(({ version }) => version));
  expect([...versions], 'pin them all to the same exact version').toHaveLength(1);
});

// The first version in which an advisory is fixed. The registry does not always answer `npm audit`, so what
// is known is held here; the highest floor of a package stands for the lower ones.
const floors: readonly (readonly [name: string, floor: string, advisory: string])[] = [
  [
    '@apollo/composition',
    '2.13.2',
    'GHSA-mx7m-j9xf-62hw, GHSA-m8jr-fxqx-8xx6: access directives skipped',
  ],
  ['@apollo/gateway', '2.13.2', 'GHSA-pfjj-6f4p-rvmh, CVE-2026-32621: prototype pollution'],
  ['@apollo/federation-internals', '2.13.2', 'GHSA-pfjj-6f4p-rvmh, CVE-2026-32621'],
  ['@apollo/query-planner', '2.10.1', 'GHSA-p2q6-pwh5-m6jr, CVE-2025-32031; GHSA-fmj9-77q8-g6c4'],
  ['@apollo/server', '5.5.0', 'GHSA-9q82-xgwf-vj6h; GHSA-mp6q-xf9x-fwf7, CVE-2026-23897'],
  ['drizzle-orm', '0.45.2', 'CVE-2026-39356: identifiers unescaped'],
  ['fastify', '5.8.3', 'GHSA-444r-cwp2-x5xf, CVE-2026-3635; CVE-2026-3419; GHSA-mrq3-vjjr-p77c'],
  ['graphql', '16.8.1', 'GHSA-9pv7-vfvm-6vr7, CVE-2023-26144: quadratic validation'],
  ['mercurius', '16.8.0', 'GHSA-m4h2-mjfm-mp55, CVE-2026-30241'],
  [
    'undici',
    '7.24.0',
    'GHSA-vrm6-8vpv-qv8q, GHSA-4992-7rv2-5pvq, CVE-2026-1525 to 1528, CVE-2026-2229',
  ],
];

test.each(floors)('every installed %s is at least %s (%s)', (name, floor) => {
  const below = copiesOf(name)
    .filter(({ version }) => !gte(version, floor))
    .map(({ path, version }) => `${path} is ${version}: update to ${floor} or later`);
  expectNone('Below the floor', below);
});

// The oldest Node we promise, and the oldest long-term release of the line we recommend.
const nodes = ['20.19.0', '22.12.0'];

// Packages that ask for more than they need. Each was tried on the older Node by the whole suite.
const engineExceptions: Readonly<Record<string, string>> = {
  'cookie@2.0.2':
    'asks for Node 22; comes with light-my-request of fastify, whose inject() alone uses it',
};

test('every package of the product runs on the Node versions we promise', () => {
  const tooNew = installed
    .filter(
      ({ isDevelopment, name, version }) =>
        !isDevelopment && !(`${name}@${version}` in engineExceptions),
    )
    .flatMap(({ name, version, node: range }) =>
      nodes
        .filter((node) => range !== null && !satisfies(node, range))
        .map(
          (node) =>
            `${name}@${version} asks for Node ${range}, not ${node}: take an older line, or list why not`,
        ),
    );
  expectNone('Packages that refuse a Node we promise', tooNew);
});

test('an exception from the Node versions is given up when its package is gone', () => {
  const present = new Set(installed.map(({ name, version }) => `${name}@${version}`));
  const stale = Object.keys(engineExceptions)
    .filter((exception) => !present.has(exception))
    .map((exception) => `${exception} is not installed: remove it from engineExceptions`);
  expectNone('Exceptions nobody needs', stale);
});

test('every version is exact, so that an installation can be repeated', () => {
  const loose = packages.flatMap(({ folder }) =>
    Object.entries(versionsIn(join(folder, 'package.json')))
      .filter(
        ([name, version]) =>
          !name.startsWith('@linju/') && !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
      )
      .map(
        ([name, version]) =>
          `${join(folder, 'package.json')}: ${name} is ${version}; write the version in use`,
      ),
  );
  expectNone('Ranges', loose);
});

function versionsIn(file: string): Readonly<Record<string, string>> {
  const json = JSON.parse(textOf(file)) as Record<string, Record<string, string> | undefined>;
  return { ...json['dependencies'], ...json['devDependencies'], ...json['optionalDependencies'] };
}

test('the lock file names no registry, so that every registry serves it', () => {
  const hosts = [
    ...textOf('package-lock.json').matchAll(/"[^"]*:\/\/([^/"]+)[^"]*\.tgz[^"]*"/g),
  ].map(
    ([, host]) =>
      `package-lock.json names ${host}: install with omit-lockfile-registry-resolved=true`,
  );
  expectNone('Registries in the lock file', hosts);
});

// Home folders of people and the places where build machines check out.
const machinePath =
  /(?<![\w.~:/-])\/(?:home|Users|root|work|workspace|workspaces|builds|runner)\/[\w.-]+|(?<!\w)[A-Z]:\\Users\\/;

test('no file names a path of somebody’s machine', () => {
  const naming = files.flatMap((file) =>
    linesOf(file).flatMap((line, index) => {
      const path = machinePath.exec(line)?.[0];
      return path === undefined
        ? []
        : [`${file}:${index + 1} names ${path}: say it from the checkout on`];
    }),
  );
  expectNone('Paths of machines', naming);
});

test.each([
  [['', 'home', 'somebody', 'linju'], true],
  [['cd ', 'work', 'checkout'], true],
  [['', 'var', 'lib', 'linju'], false],
  [['https://example.org', 'home', 'page'], false],
  [['..', 'work', 'x'], false],
])('%j joined by slashes is a path of a machine: %s', (parts, isOne) => {
  expect(machinePath.test(parts.join('/'))).toBe(isOne);
});

// Images and fonts have no lines.
function linesOf(file: string): readonly string[] {
  const bytes = readFileSync(join(root, file));
  return isUtf8(bytes) ? bytes.toString().split('\n') : [];
}
