import { mayMove, requireMove } from '@linju/kit';
import { describe, expect, test } from 'vitest';

import { FacilityStatus, facilityStates, requireInitialStatus } from './facility-status.js';

const states = Object.values(FacilityStatus);

// Every state against every state; a row that is not here is not a move.
const moves = [
  'PLANNED → OPEN',
  'PLANNED → CLOSED',
  'OPEN → TEMPORARILY_CLOSED',
  'OPEN → CLOSED',
  'TEMPORARILY_CLOSED → OPEN',
  'TEMPORARILY_CLOSED → CLOSED',
];

test('of all pairs of states these are the moves, and no others', () => {
  const pairs = states.flatMap((from) => states.map((to) => ({ from, to })));
  const allowed = pairs.filter(({ from, to }) => mayMove(facilityStates, from, to));
  expect(pairs).toHaveLength(16);
  expect(allowed.map(({ from, to }) => `${from} → ${to}`)).toEqual(moves);
});

test('a refused move names the moves there are', () => {
  expect(() => requireMove(facilityStates, 'PLANNED', 'TEMPORARILY_CLOSED')).toThrow(
    expect.objectContaining({
      code: 'MOVE_NOT_ALLOWED',
      field: 'to',
      message: expect.stringContaining('It may become OPEN, CLOSED.'),
    }),
  );
});

test('what is closed for good stays closed', () => {
  expect(() => requireMove(facilityStates, 'CLOSED', 'OPEN')).toThrow(
    expect.objectContaining({
      code: 'MOVE_NOT_ALLOWED',
      message: expect.stringContaining('CLOSED is final.'),
    }),
  );
});

describe('a new facility', () => {
  test.each(['PLANNED', 'OPEN'] as const)('may be %s', (status) => {
    expect(requireInitialStatus(status)).toBeUndefined();
  });

  test.each(['TEMPORARILY_CLOSED', 'CLOSED'] as const)('may not be %s', (status) => {
    expect(() => requireInitialStatus(status)).toThrow(
      expect.objectContaining({ code: 'MOVE_NOT_ALLOWED', field: 'status' }),
    );
  });
});
