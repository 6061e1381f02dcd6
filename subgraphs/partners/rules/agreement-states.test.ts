import { expect, test } from 'vitest';

import { AgreementState, isBinding, requireRunOut } from './agreement-states.js';

const end = new Date('2024-07-01T00:00:00+08:00');
const before = new Date(end.getTime() - 1);

test('an agreement binds while it is signed or in force', () => {
  expect(Object.values(AgreementState).filter(isBinding)).toEqual(['SIGNED', 'IN_FORCE']);
});

test('an agreement expires at the end of its period and not a millisecond before', () => {
  expect(() => requireRunOut('EXPIRED', end, end)).not.toThrow();
  expect(() => requireRunOut('EXPIRED', end, before)).toThrow(/not run out/);
});

test('an agreement without an end never expires', () => {
  expect(() => requireRunOut('EXPIRED', null, end)).toThrow(/TERMINATED/);
});

test('ending early needs no period', () => {
  expect(() => requireRunOut('TERMINATED', null, before)).not.toThrow();
});
