import { FenScalar } from '@linju/kit';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { refusalOf } from '../test-support/refusal-of.js';
import { amountFenMax, requireAmount } from './amount.js';

test.each([
  [1n, true],
  [amountFenMax, true],
  [0n, false],
  [-1n, false],
  [amountFenMax + 1n, false],
])('%s fen pass: %s', (amountFen, passes) => {
  const refused = refusalOf(() => requireAmount('amountFen', amountFen));
  expect(refused).toEqual(passes ? null : { code: 'AMOUNT_REFUSED', field: 'amountFen' });
});

test('I11: whatever is sent as an amount is refused, or comes back exactly as it was', () => {
  const odd = fc.constantFrom(
    '-0',
    '0.1',
    '1e21',
    'NaN',
    'Infinity',
    '-1',
    '１０',
    '+5',
    ' 5',
    '05',
    '9223372036854775808',
    '0x10',
    '5元',
    '',
  );
  const sent = fc.oneof(
    odd,
    fc.double(),
    fc.integer(),
    fc.string(),
    fc.bigInt().map(String),
    fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }).map(String),
  );
  fc.assert(
    fc.property(sent, (value) => {
      let read: unknown;
      try {
        read = FenScalar.parseValue(value);
      } catch {
        return;
      }
      expect(typeof value).toBe('string');
      expect(read).toBe(BigInt(value as string));
      expect(FenScalar.serialize(read)).toBe(value);
    }),
    { numRuns: 500, seed: 11 },
  );
});
