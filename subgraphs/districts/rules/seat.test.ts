import { expect, test } from 'vitest';

import { requireSeat } from './seat.js';

test('a district is its own code, a city the four digits its districts share', () => {
  expect([requireSeat('430202'), requireSeat('430200')]).toEqual(['430202', '4302']);
});

test('a street is refused, naming its district', () => {
  expect(() => requireSeat('430202001')).toThrow(
    expect.objectContaining({
      code: 'BAD_USER_INPUT',
      field: 'seat',
      message: '430202001 is a street. Seats are known by district: ask for 430202.',
    }),
  );
});
