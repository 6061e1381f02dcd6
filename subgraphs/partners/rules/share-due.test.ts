import { expect, test } from 'vitest';

import { computeDueFen, requireOwes } from './share-due.js';

test.each([
  [0n, 500, 0n],
  [100_000n, 500, 5_000n],
  [100_001n, 500, 5_000n],
  [100_010n, 500, 5_001n],
  [1n, 10_000, 1n],
  [9_007_199_254_740_993n, 3_333, 3_002_099_511_605_173n],
])('of %i fen, %i basis points are %i fen', (baseFen, shareBps, dueFen) => {
  expect(computeDueFen(baseFen, shareBps)).toBe(dueFen);
});

const span = (from: string, to: string) => ({
  from: new Date(`${from}T00:00:00+08:00`),
  to: new Date(`${to}T00:00:00+08:00`),
});
const july = span('2024-07-01', '2024-08-01');
const agreement = { state: 'IN_FORCE', revenueShareBps: 500 } as const;

test('an agreement owes for a span it has not owed for', () => {
  expect(() => requireOwes(agreement, july, [])).not.toThrow();
  expect(() => requireOwes(agreement, july, [span('2024-06-01', '2024-07-01')])).not.toThrow();
  expect(() => requireOwes(agreement, july, [span('2024-08-01', '2024-09-01')])).not.toThrow();
});

test.each([
  span('2024-07-01', '2024-08-01'),
  span('2024-07-31', '2024-09-01'),
  span('2024-06-01', '2024-07-02'),
  span('2024-07-10', '2024-07-11'),
])('a span that overlaps another one is refused', (known) => {
  expect(() => requireOwes(agreement, july, [known])).toThrow(/covers part/);
});

test('an agreement that has ended may still owe for its time', () => {
  expect(() => requireOwes({ ...agreement, state: 'TERMINATED' }, july, [])).not.toThrow();
});

test.each([
  ['a draft', { ...agreement, state: 'DRAFT' }, july, 'RULE_VIOLATED'],
  ['one that shares nothing', { ...agreement, revenueShareBps: 0 }, july, 'RULE_VIOLATED'],
  ['an empty span', agreement, { from: july.from, to: july.from }, 'PERIOD_REFUSED'],
] as const)('%s owes nothing', (_, owing, asked, code) => {
  expect(() => requireOwes(owing, asked, [])).toThrow(expect.objectContaining({ code }));
});
