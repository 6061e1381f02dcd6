import { expect, test } from 'vitest';

import { requireAwardGrounds } from './award-allowed.js';

test('an active membership found eligible may win', () => {
  expect(() =>
    requireAwardGrounds({ membershipState: 'ACTIVE', result: 'ELIGIBLE' }),
  ).not.toThrow();
});

test.each(['NOT_ELIGIBLE', 'UNDECIDED', null] as const)(
  'a result of %s is not enough',
  (result) => {
    expect(() => requireAwardGrounds({ membershipState: 'ACTIVE', result })).toThrow(/evaluation/);
  },
);

test.each(['SUSPENDED', 'EXITED', 'AGREEMENT_SIGNED'] as const)(
  '%s may not win',
  (membershipState) => {
    expect(() => requireAwardGrounds({ membershipState, result: 'ELIGIBLE' })).toThrow(
      /only an ACTIVE/,
    );
  },
);
