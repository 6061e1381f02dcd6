import { expect, test } from 'vitest';

import { requireTerm } from './policy-term.js';

test.each([
  ['2025-01-01', '2026-12-31'],
  ['2025-01-01', '2025-01-01'],
  ['2024-05', '2024'],
  ['2024', '2024-05'],
  ['2024', null],
  [null, '2024'],
])('a policy may bind from %s to %s', (effectiveFrom, effectiveTo) => {
  expect(requireTerm({ effectiveFrom, effectiveTo })).toEqual({ effectiveFrom, effectiveTo });
});

test('what is left out is not stated', () => {
  expect(requireTerm({})).toEqual({ effectiveFrom: null, effectiveTo: null });
});

test.each([
  ['2025-01-02', '2025-01-01'],
  ['2025-02', '2025-01-31'],
  ['2025', '2024-12-31'],
])('a policy from %s cannot end in %s', (effectiveFrom, effectiveTo) => {
  expect(() => requireTerm({ effectiveFrom, effectiveTo })).toThrow(
    expect.objectContaining({ code: 'PERIOD_REFUSED', field: 'effectiveTo' }),
  );
});
