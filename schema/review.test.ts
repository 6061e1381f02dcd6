import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { committedText } from './committed-schema.js';
import { emitSchema } from './emit.js';
import { describeReview, reviewPasses, reviewSchema } from './review.js';
import type { SubgraphSdl } from './subgraph-sdl.js';
import { districts, funds, withText } from './test-support/sample-subgraphs.js';

// Under a git hook these point every git command at the hook's repository.
for (const name of Object.keys(process.env)) {
  if (name.startsWith('GIT_')) delete process.env[name];
}

let root: string;
let folder: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'linju-review-'));
  folder = join(root, 'schema');
  await mkdir(folder);
});
afterEach(() => rm(root, { recursive: true }));

const git = (...options: string[]) =>
  execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@test.invalid', ...options], {
    cwd: root,
    stdio: 'pipe',
  });

const commitAll = () => {
  git('add', '--all');
  git('commit', '--quiet', '--no-verify', '--no-gpg-sign', '--message', 'a state of the schema');
};

const review = (subgraphs: readonly SubgraphSdl[]) =>
  reviewSchema({ subgraphs, folder, changelog: join(root, 'CHANGELOG.md') });

const renamed = withText('name: String!\n  "Where', 'fullName: String!\n  "Where');

test('a committed schema that the subgraphs still say passes', async () => {
  git('init', '--quiet');
  await emitSchema([districts, funds], folder);
  commitAll();
  const found = await review([districts, funds]);
  expect(describeReview(found)).toBe('The schema is as committed.');
  expect(reviewPasses(found)).toBe(true);
});

test('writing the new schema to the disk does not hide a breaking change', async () => {
  git('init', '--quiet');
  await emitSchema([districts, funds], folder);
  commitAll();
  await emitSchema(renamed, folder);
  const found = await review(renamed);
  expect(found.drifts).toEqual([]);
  expect(found.undeclared.map(({ coordinate }) => coordinate)).toEqual(['Fund.name']);
  expect(reviewPasses(found)).toBe(false);
});

test('a declared breaking change passes, and once committed is over', async () => {
  git('init', '--quiet');
  await emitSchema([districts, funds], folder);
  commitAll();
  await emitSchema(renamed, folder);
  const line = '- `Fund.name`: use `Fund.fullName`.';
  await writeFile(join(root, 'CHANGELOG.md'), `## Unreleased\n\n### Breaking\n\n${line}\n`);
  const declared = await review(renamed);
  expect(reviewPasses(declared)).toBe(true);
  expect(declared.changes.map(({ coordinate }) => coordinate)).toEqual(['Fund.name']);
  commitAll();
  expect((await review(renamed)).changes).toEqual([]);
});

test('a change that is committed is still found against the branch it goes into', async () => {
  git('init', '--quiet', '--initial-branch', 'main');
  await emitSchema([districts, funds], folder);
  commitAll();
  git('switch', '--quiet', '--create', 'rename');
  await emitSchema(renamed, folder);
  commitAll();
  const against = (revision: string) =>
    reviewSchema({ subgraphs: renamed, folder, changelog: '', against: revision });
  expect((await against('HEAD')).undeclared).toEqual([]);
  expect((await against('main')).undeclared.map(({ coordinate }) => coordinate)).toEqual([
    'Fund.name',
  ]);
  await expect(against('nowhere')).rejects.toThrow(/git cannot show api.graphql at nowhere/);
});

test('a repository that never committed the schema has nothing to break', async () => {
  git('init', '--quiet');
  await emitSchema([districts, funds], folder);
  expect(await committedText(join(folder, 'api.graphql'))).toBeNull();
  expect((await review(renamed)).changes).toEqual([]);
});

test('without git the file on the disk is what was committed', async () => {
  await emitSchema([districts, funds], folder);
  expect(await committedText(join(folder, 'api.graphql'))).toContain('type Fund');
  expect((await review(renamed)).undeclared.map(({ coordinate }) => coordinate)).toEqual([
    'Fund.name',
  ]);
});

test('a broken law fails the review and says what to do', async () => {
  const required = withText('): FundConnection', '): FundConnection!');
  await emitSchema(required, folder);
  const found = await review(required);
  expect(reviewPasses(found)).toBe(false);
  expect(describeReview(found)).toContain('Add { nullable: true } to its @Field.');
});
