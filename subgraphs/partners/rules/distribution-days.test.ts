import { expect, test } from 'vitest';

import { requireDone, type DoneFacts } from './distribution-days.js';

const facts: DoneFacts = {
  to: 'DONE',
  doneOn: '2024-10-05',
  hasRecipients: true,
  repeats: false,
  now: new Date('2024-10-05T00:00:00+08:00'),
};

test('what was done today or before, for a count of people, is done', () => {
  expect(() => requireDone(facts)).not.toThrow();
});

test.each([
  ['a day ahead', { doneOn: '2024-10-06' }, 'BAD_USER_INPUT'],
  ['no day', { doneOn: null }, 'BAD_USER_INPUT'],
  ['no count', { hasRecipients: false }, 'BAD_USER_INPUT'],
  ['a record that repeats', { repeats: true }, 'RULE_VIOLATED'],
] as const)('%s is not done', (_, change, code) => {
  expect(() => requireDone({ ...facts, ...change })).toThrow(expect.objectContaining({ code }));
});

test('what is cancelled needs none of it', () => {
  expect(() =>
    requireDone({ ...facts, to: 'CANCELLED', doneOn: null, hasRecipients: false, repeats: true }),
  ).not.toThrow();
});
