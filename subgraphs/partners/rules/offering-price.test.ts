import { expect, test } from 'vitest';

import { requirePriceAgrees } from './offering-price.js';

test.each([
  [{ priceTier: 'FREE' }],
  [{ priceTier: 'LOW_FEE' }],
  [{ priceTier: 'LOW_FEE', priceFen: 1n, priceUnit: '把' }],
  [{ priceTier: 'MARKET', priceFen: 5_000n, priceUnit: '次' }],
] as const)('a price may be absent or stated', (price) => {
  expect(() => requirePriceAgrees(price)).not.toThrow();
});

test.each([
  [
    'something free with a price',
    { priceTier: 'FREE', priceFen: 1n, priceUnit: '次' },
    'RULE_VIOLATED',
  ],
  ['a price of nothing', { priceTier: 'MARKET', priceFen: 0n, priceUnit: '次' }, 'AMOUNT_REFUSED'],
  ['a price for nothing in particular', { priceTier: 'MARKET', priceFen: 1n }, 'BAD_USER_INPUT'],
  ['a unit without a price', { priceTier: 'MARKET', priceUnit: '次' }, 'BAD_USER_INPUT'],
] as const)('%s is refused', (_, price, code) => {
  expect(() => requirePriceAgrees(price)).toThrow(expect.objectContaining({ code }));
});
