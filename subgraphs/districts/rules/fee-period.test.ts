import { expect, test } from 'vitest';

import { requireFee } from './fee-period.js';

test('a fee with its period passes, also one of nothing', () => {
  const free = { feeFen: 0n, feePeriod: 'ONCE' } as const;
  expect(requireFee(free)).toEqual(free);
});

test('neither is null for both', () => {
  expect(requireFee({})).toEqual({ feeFen: null, feePeriod: null });
});

test.each([
  [{ feeFen: 2_500n }, 'feePeriod'],
  [{ feePeriod: 'MONTH' } as const, 'feeFen'],
])('one without the other is refused, naming the missing one', (fee, field) => {
  expect(() => requireFee(fee)).toThrow(expect.objectContaining({ code: 'RULE_VIOLATED', field }));
});
