import { expect, test } from 'vitest';

import { refusalOf } from '../test-support/refusal-of.js';
import { parseAccountCode } from './account-code.js';
import { purposeOf } from './purpose-of.js';

const cash = 'FUND:fund_fixture_a:CASH';
const restricted = 'FUND:fund_fixture_a:RESTRICTED:EVENT';

const decide = (from: string, to: string, stated: string | null) =>
  purposeOf(parseAccountCode(from), parseAccountCode(to), stated, 'lines.0');

test.each([
  ['money that comes in may have none', ['WORLD:PUBLIC', cash, null], null],
  ['money that comes in may have one', ['WORLD:PUBLIC', cash, 'EVENT'], 'EVENT'],
  ['a use is its purpose', [cash, 'USE:EVENT', null], 'EVENT'],
  ['what is put aside is for its purpose', [cash, restricted, null], 'EVENT'],
  ['restricted money leaves for its purpose', [restricted, 'USE:EVENT', null], 'EVENT'],
  ['saying it again changes nothing', [restricted, 'USE:EVENT', 'EVENT'], 'EVENT'],
] as const)('%s', (_, [from, to, stated], purpose) => {
  expect(decide(from, to, stated)).toBe(purpose);
});

test.each([
  [
    'restricted money for another use',
    [restricted, 'USE:ADMINISTRATION', null],
    'RESTRICTED_PURPOSE lines.0',
  ],
  [
    'restricted money called otherwise',
    [restricted, 'USE:EVENT', 'ADMINISTRATION'],
    'RESTRICTED_PURPOSE lines.0',
  ],
  [
    'a use called otherwise',
    [cash, 'USE:EVENT', 'ADMINISTRATION'],
    'BAD_USER_INPUT lines.0.purpose',
  ],
] as const)('refused: %s', (_, [from, to, stated], expected) => {
  const refused = refusalOf(() => decide(from, to, stated));
  expect(`${refused?.code} ${refused?.field}`).toBe(expected);
});
