import { expect, test } from 'vitest';

import { requireAmountWithin, requireAwardLeft, requireAwardTerms } from './award-rule.js';

const terms = { minFen: 300_000n, maxFen: 1_000_000n, perYear: 1 };

test('a rule gives something, within a range in order, 1 to 12 times a year', () => {
  expect(() => requireAwardTerms(terms)).not.toThrow();
  expect(() => requireAwardTerms({ ...terms, maxFen: 300_000n, perYear: 12 })).not.toThrow();
  expect(() => requireAwardTerms({ ...terms, maxFen: 299_999n })).toThrow(/greatest/);
  expect(() => requireAwardTerms({ ...terms, minFen: 0n })).toThrow(/above 0/);
  expect(() => requireAwardTerms({ ...terms, perYear: 0 })).toThrow(/1 to 12/);
  expect(() => requireAwardTerms({ ...terms, perYear: 13 })).toThrow(/1 to 12/);
});

test.each([300_000n, 650_000n, 1_000_000n])('%i fen lie in the range', (amountFen) => {
  expect(() => requireAmountWithin(terms, amountFen)).not.toThrow();
});

test.each([299_999n, 1_000_001n, 0n])('%i fen lie outside it', (amountFen) => {
  expect(() => requireAmountWithin(terms, amountFen)).toThrow(
    expect.objectContaining({ code: 'AMOUNT_REFUSED' }),
  );
});

test('a year has as many awards as the rule says', () => {
  expect(() => requireAwardLeft(terms, 0)).not.toThrow();
  expect(() => requireAwardLeft(terms, 1)).toThrow(/already/);
  expect(() => requireAwardLeft({ ...terms, perYear: 2 }, 1)).not.toThrow();
});
