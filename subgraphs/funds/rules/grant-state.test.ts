import { describe, expect, test } from 'vitest';

import { refusalOf } from '../test-support/refusal-of.js';
import { GrantState, requireAward, requirePayable } from './grant-state.js';

const grant = {
  id: 'grant_fixture_a',
  state: 'IMPLEMENTATION' as GrantState,
  awardedFen: 100n,
  committedFen: 40n,
};

describe('a payment of a grant', () => {
  test.each([
    ['the last fen of the award', 60n, null],
    ['one fen more', 61n, 'ACCOUNT_OVERDRAWN'],
  ])('of %s', (_, amountFen, code) => {
    expect(refusalOf(() => requirePayable(grant, amountFen, 'f'))?.code ?? null).toBe(code);
  });

  test.each(Object.values(GrantState))('while it is %s', (state) => {
    const refused = refusalOf(() => requirePayable({ ...grant, state }, 1n, 'f'));
    const payable = ['APPROVED', 'IMPLEMENTATION', 'FINALISATION'].includes(state);
    expect(refused).toEqual(payable ? null : { code: 'RULE_VIOLATED', field: 'f' });
  });

  test('that was never awarded is refused', () => {
    expect(
      refusalOf(() => requirePayable({ ...grant, awardedFen: null, committedFen: 0n }, 1n, 'f'))
        ?.code,
    ).toBe('ACCOUNT_OVERDRAWN');
  });
});

test.each([
  [1n, true],
  [100n, true],
  [101n, false],
  [0n, false],
  [-1n, false],
  [null, false],
  [undefined, false],
])('of 100 fen applied for, %s may be awarded: %s', (awardedFen, passes) => {
  const refused = refusalOf(() => requireAward(100n, awardedFen));
  expect(refused).toEqual(passes ? null : { code: 'AMOUNT_REFUSED', field: 'awardedFen' });
});
