import { expect, test } from 'vitest';

import type { Change } from './breaking-changes.js';
import { describeUndeclared, undeclaredChanges } from './declared-changes.js';

const founders: Change = {
  weight: 'BREAKING',
  kind: 'FIELD_CHANGED_KIND',
  coordinate: 'Fund.founders',
  description: 'Fund.founders changed type from Int to Quantity.',
};
const fund: Change = { ...founders, kind: 'TYPE_REMOVED', coordinate: 'Fund' };

const changelog = (breaking: string) => `# Changelog

## Unreleased

### Schema

- \`Fund.founders\` is mentioned here, which declares nothing.

### Breaking

${breaking}

### Gateway

## 0.1.0

### Breaking

- \`Fund.founders\`: a line of an old release, which declares nothing.
`;

test('a breaking change is declared by a line under Unreleased, Breaking that names it', () => {
  const text = changelog('- `Fund.founders`: apps read `founders { value }`.');
  expect(undeclaredChanges([founders], text)).toEqual([]);
});

test('a line elsewhere, in an old release or on a longer name declares nothing', () => {
  expect(undeclaredChanges([founders], changelog(''))).toEqual([founders]);
  expect(undeclaredChanges([founders], changelog('- `Fund.foundersTotal`: gone.'))).toEqual([
    founders,
  ]);
  expect(undeclaredChanges([founders], '')).toEqual([founders]);
});

test('a line on a field does not declare a change of its type', () => {
  expect(undeclaredChanges([fund], changelog('- `Fund.founders`: gone.'))).toEqual([fund]);
  expect(undeclaredChanges([fund], changelog('- `Fund`: gone. Use Account.'))).toEqual([]);
});

test('a dangerous change needs no declaration', () => {
  expect(undeclaredChanges([{ ...founders, weight: 'DANGEROUS' }], changelog(''))).toEqual([]);
});

test('the failure names the line to add', () => {
  expect(describeUndeclared(founders)).toContain('- `Fund.founders`:');
});
