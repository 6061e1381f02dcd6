import { expect, test } from 'vitest';

import { outcomeOf } from './award-outcome.js';

test.each([
  [['MET', 'MET'], 'ELIGIBLE'],
  [['MET', 'UNKNOWN'], 'UNDECIDED'],
  [['UNKNOWN', 'NOT_MET'], 'NOT_ELIGIBLE'],
  [['MET', 'NOT_MET'], 'NOT_ELIGIBLE'],
  [[], 'UNDECIDED'],
] as const)('%j comes to %s', (results, outcome) => expect(outcomeOf(results)).toBe(outcome));
