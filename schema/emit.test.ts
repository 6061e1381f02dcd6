import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { checkSchema, describeDrift } from './drift.js';
import { emitSchema } from './emit.js';
import { districts, funds, withText } from './test-support/sample-subgraphs.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linju-schema-'));
});
afterEach(() => rm(folder, { recursive: true }));

const everyFile = [
  'subgraphs/districts.graphql',
  'subgraphs/funds.graphql',
  'supergraph.graphql',
  'api.graphql',
];

test('emitting writes one file per subgraph, the supergraph and the API schema', async () => {
  expect(await emitSchema([districts, funds], folder)).toEqual(
    everyFile.map((file) => ({ file, outcome: 'WRITTEN' })),
  );
});

test('each emitted file says on line one who wrote it, and ends with one newline', async () => {
  await emitSchema([districts, funds], folder);
  for (const file of everyFile) {
    const text = await readFile(join(folder, file), 'utf8');
    expect(text).toMatch(/^# Written by `npm run schema`\. Nobody edits this file: /);
    expect(text).toMatch(/[^\n]\n$/);
  }
});

test('emitting again changes nothing, and then nothing drifts', async () => {
  await emitSchema([districts, funds], folder);
  expect(await emitSchema([funds, districts], folder)).toEqual(
    everyFile.map((file) => ({ file, outcome: 'UNCHANGED' })),
  );
  expect(await checkSchema([districts, funds], folder)).toEqual([]);
});

test('a subgraph that is gone drifts first and is then removed', async () => {
  await emitSchema([districts, funds], folder);
  expect(await checkSchema([districts], folder)).toContainEqual({
    file: 'subgraphs/funds.graphql',
    kind: 'FORGOTTEN',
    differences: [],
  });
  await emitSchema([districts], folder);
  expect(await readdir(join(folder, 'subgraphs'))).toEqual(['districts.graphql']);
});

test('nothing is written when the subgraphs do not compose', async () => {
  await expect(emitSchema(withText('name: String!', 'name: Missing!'), folder)).rejects.toThrow();
  expect(await readdir(folder)).toEqual([]);
});

test('a check of a folder without emitted files finds each of them missing', async () => {
  expect(await checkSchema([districts, funds], folder)).toEqual(
    everyFile.map((file) => ({ file, kind: 'MISSING', differences: [] })),
  );
});

test('a change that was not emitted drifts with its line, before and after', async () => {
  await emitSchema([districts, funds], folder);
  const changed = withText('"What the fund is called."', '"The fund\'s full name."');
  const drifts = await checkSchema(changed, folder);
  expect(drifts.map(({ file }) => file)).toEqual([
    'subgraphs/funds.graphql',
    'supergraph.graphql',
    'api.graphql',
  ]);
  expect(drifts[0]?.differences).toEqual([
    {
      line: expect.any(Number),
      committed: '  "What the fund is called."',
      emitted: '  "The fund\'s full name."',
    },
  ]);
  expect(drifts.map(describeDrift)[0]).toContain('Run `npm run schema`');
});

test('a file that was cut short by hand drifts', async () => {
  await emitSchema([districts, funds], folder);
  const path = join(folder, 'api.graphql');
  const whole = await readFile(path, 'utf8');
  await writeFile(path, whole.slice(0, whole.lastIndexOf('}')));
  expect(await checkSchema([districts, funds], folder)).toEqual([
    {
      file: 'api.graphql',
      kind: 'DIFFERENT',
      differences: [
        { line: expect.any(Number), committed: '', emitted: '}' },
        { line: expect.any(Number), committed: null, emitted: '' },
      ],
    },
  ]);
});
