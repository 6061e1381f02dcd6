import { join } from 'node:path';

import { describeDrift, describeReview, reviewSchema } from '@linju/schema';
import { expect, test } from 'vitest';

import { blueprints } from '../../cli/wire/subgraphs.js';
import { expectNone } from './expect-none.js';
import { files, root, textOf } from './tree.js';

const review = await reviewSchema({
  subgraphs: blueprints,
  folder: join(root, 'schema'),
  changelog: join(root, 'CHANGELOG.md'),
});

test('emitting the schema again changes nothing', () => {
  expectNone('Run `npm run schema`, read the diff, commit it', review.drifts.map(describeDrift));
});

test('a change that breaks clients is declared in the changelog', () => {
  expect(review.undeclared, describeReview(review)).toEqual([]);
});

test('the composed graph keeps the laws of the graph', () => {
  expectNone(
    'Broken laws',
    review.breaches.map(({ law, message }) => `${law}: ${message}`),
  );
});

const generated = files.filter(
  (file) => /(^|\/)generated\//.test(file) || /^schema\/(subgraphs\/)?[^/]+\.graphql$/.test(file),
);

test('a generated file says on line one which command wrote it and that nobody edits it', () => {
  const unmarked = generated
    .filter((file) => {
      const [firstLine = ''] = textOf(file).split('\n');
      return !/`npm run \S+`/.test(firstLine) || !/Nobody edits this file/.test(firstLine);
    })
    .map((file) => `${file}: begin it with "Written by \`npm run …\`. Nobody edits this file: …"`);
  expectNone('Unmarked generated files', unmarked);
});

test('a file marked as generated stands where generated files stand', () => {
  const misplaced = files
    .filter((file) => /\.(ts|tsx|graphql|json|md)$/.test(file) && !generated.includes(file))
    .filter((file) => /^\W*Written by `npm run/.test(textOf(file)))
    .map((file) => `${file}: let its command write it under a folder generated/, or under schema/`);
  expectNone('Generated files among written ones', misplaced);
});
