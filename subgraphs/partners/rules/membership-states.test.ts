import { expect, test } from 'vitest';

import { MembershipState, requireReason } from './membership-states.js';

test.each(['REJECTED', 'SUSPENDED', 'EXITED'] as const)('%s needs a reason', (to) => {
  expect(() => requireReason(to, null)).toThrow(/why/);
  expect(() => requireReason(to, '经营地址迁出')).not.toThrow();
});

test('no other state needs one', () => {
  const free = Object.keys(MembershipState).filter((to) => {
    try {
      requireReason(to as MembershipState, null);
      return true;
    } catch {
      return false;
    }
  });
  expect(free).toEqual(['APPLIED', 'UNDER_REVIEW', 'ADMITTED', 'AGREEMENT_SIGNED', 'ACTIVE']);
});
