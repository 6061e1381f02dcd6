import { expect, test } from 'vitest';

import { mayMove, requireMove, stateMachine } from './state-machine.js';

// OPEN -> CLOSED -> OPEN, and from either to GONE.
const door = stateMachine('Door', {
  OPEN: ['CLOSED', 'GONE'],
  CLOSED: ['OPEN', 'GONE'],
  GONE: [],
});
type DoorState = keyof typeof door.moves;

const states: readonly DoorState[] = ['OPEN', 'CLOSED', 'GONE'];
const moves = states.flatMap((from) => states.map((to) => [from, to] as const));

test.each(moves)('from %s to %s: only the moves there are', (from, to) => {
  const allowed = ['OPEN CLOSED', 'CLOSED OPEN', 'OPEN GONE', 'CLOSED GONE'].includes(
    `${from} ${to}`,
  );
  expect(mayMove(door, from, to)).toBe(allowed);
  if (allowed) expect(() => requireMove(door, from, to)).not.toThrow();
  else
    expect(() => requireMove(door, from, to)).toThrow(
      expect.objectContaining({ code: 'MOVE_NOT_ALLOWED', field: 'to' }) as Error,
    );
});

test('a refused move names the moves there are', () => {
  expect(() => requireMove(door, 'OPEN', 'OPEN')).toThrow(
    'This Door is OPEN and cannot become OPEN. It may become CLOSED, GONE.',
  );
  expect(() => requireMove(door, 'GONE', 'OPEN')).toThrow(
    'This Door is GONE and cannot become OPEN. GONE is final.',
  );
});
