import { expect, test } from 'vitest';

import { requireMovedByHand } from './need-item-states.js';

test.each(['WITHDRAWN', 'LAPSED'] as const)('people may move a need to %s', (to) => {
  expect(() => requireMovedByHand(to)).not.toThrow();
});

test.each(['OPEN', 'MATCHED', 'MET'] as const)('%s follows from a match', (to) => {
  expect(() => requireMovedByHand(to)).toThrow(/through its matches/);
});
