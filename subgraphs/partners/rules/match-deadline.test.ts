import { expect, test } from 'vitest';

import { lapsesAt, matchStateAt } from './match-deadline.js';

const proposedAt = new Date('2024-10-01T09:30:00+08:00');
const deadline = new Date('2024-10-08T09:30:00+08:00');
const before = new Date(deadline.getTime() - 1);

test('a proposal lapses seven days after it was made, to the millisecond', () => {
  expect(lapsesAt(proposedAt)).toEqual(deadline);
  expect(matchStateAt({ state: 'PROPOSED', proposedAt }, before)).toBe('PROPOSED');
  expect(matchStateAt({ state: 'PROPOSED', proposedAt }, deadline)).toBe('LAPSED');
});

test.each(['ACCEPTED', 'DELIVERED', 'DECLINED', 'WITHDRAWN', 'LAPSED'] as const)(
  '%s does not change by the passing of time',
  (state) => {
    expect(matchStateAt({ state, proposedAt }, new Date('2034-01-01T00:00:00Z'))).toBe(state);
  },
);
