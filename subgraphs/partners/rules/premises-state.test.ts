import { expect, test } from 'vitest';

import { requirePremisesAgree } from './premises-state.js';

const facilities = ['facility_fixture_a'];

test('known premises are listed, others are not', () => {
  expect(() => requirePremisesAgree('KNOWN', facilities)).not.toThrow();
  expect(() => requirePremisesAgree('NONE', [])).not.toThrow();
  expect(() => requirePremisesAgree('UNKNOWN', [])).not.toThrow();
});

test.each(['NONE', 'UNKNOWN'] as const)('%s premises cannot be listed', (state) => {
  expect(() => requirePremisesAgree(state, facilities)).toThrow(/not listed/);
});

test('known premises cannot be left out', () => {
  expect(() => requirePremisesAgree('KNOWN', [])).toThrow(/at least one/);
});
