import { expect, test } from 'vitest';

import { requireEffectiveInstant } from './effective-instant.js';

const now = new Date('2024-10-16T00:00:00+08:00');
const field = 'effectiveAt';
const lastMove = new Date('2024-10-01T00:00:00+08:00');
const justAfter = new Date(now.getTime() + 1);
const justBefore = new Date(lastMove.getTime() - 1);

test('a move is made now unless the writer says when', () => {
  expect(requireEffectiveInstant({ stated: null, now, lastMove, field })).toEqual(now);
  expect(requireEffectiveInstant({ stated: undefined, now, lastMove: null, field })).toEqual(now);
});

test('a move lies between the move before it and now, both ends included', () => {
  expect(requireEffectiveInstant({ stated: now, now, lastMove, field })).toEqual(now);
  expect(requireEffectiveInstant({ stated: lastMove, now, lastMove, field })).toEqual(lastMove);
});

test('a move does not lie ahead', () => {
  expect(() => requireEffectiveInstant({ stated: justAfter, now, lastMove, field })).toThrow(
    /future/,
  );
});

test('a move does not lie before the one before it', () => {
  expect(() => requireEffectiveInstant({ stated: justBefore, now, lastMove, field })).toThrow(
    /earlier/,
  );
  expect(requireEffectiveInstant({ stated: justBefore, now, lastMove: null, field })).toEqual(
    justBefore,
  );
});
