import { expect, test } from 'vitest';

import { fixedClock, systemClock } from './clock.js';

test('a fixed clock stands still until it is moved', () => {
  const clock = fixedClock(new Date(1_000));
  expect([clock.now(), clock.now()]).toEqual([new Date(1_000), new Date(1_000)]);
  clock.moveTo(new Date(2_000));
  expect(clock.now()).toEqual(new Date(2_000));
});

test('nobody moves a fixed clock by what it gave or was given', () => {
  const at = new Date(1_000);
  const clock = fixedClock(at);
  at.setTime(5);
  clock.now().setTime(6);
  expect(clock.now()).toEqual(new Date(1_000));
});

test('the machine’s clock shows whole milliseconds of now', () => {
  const before = Date.now();
  const now = systemClock.now().getTime();
  expect(now).toBeGreaterThanOrEqual(before);
  expect(Number.isInteger(now)).toBe(true);
});
