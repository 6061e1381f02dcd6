import fc from 'fast-check';
import { expect, test } from 'vitest';

import { refusalOf } from '../test-support/refusal-of.js';
import { parseAccountCode } from './account-code.js';
import {
  accountMoves,
  availableFen,
  keepsBalance,
  requireCovered,
  type CounterChange,
} from './account-moves.js';

const codes = [
  'WORLD:PUBLIC',
  'USE:EVENT',
  'FUND:fund_fixture_a:CASH',
  'FUND:fund_fixture_b:CASH',
  'GOV:990101:BENEFIT',
];
const transfers = fc.array(
  fc.record({
    from: fc.constantFrom(...codes).map((code) => parseAccountCode(code)),
    to: fc.constantFrom(...codes).map((code) => parseAccountCode(code)),
    amountFen: fc.bigInt({ min: 1n, max: 1_000_000_000_000n }),
  }),
  { maxLength: 20 },
);

test('the outside and the uses keep no balance; whatever else is moved comes in the order of its code', () => {
  fc.assert(
    fc.property(transfers, (set) => {
      const moved = accountMoves(set, 'POST').map(({ code }) => code);
      const named = set.flatMap(({ from, to }) => [from, to]).filter(keepsBalance);
      expect(moved).toEqual([...new Set(named.map(({ code }) => code))].sort());
    }),
  );
});

test('what is reserved and then posted is what is posted at once; what is released was never there', () => {
  const add = (changes: readonly CounterChange[], set: Parameters<typeof accountMoves>[0]) => {
    const sums = new Map<string, bigint[]>();
    for (const move of changes.flatMap((change) => accountMoves(set, change))) {
      const { postedIn, postedOut, pendingIn, pendingOut } = move;
      const before = sums.get(move.code) ?? [0n, 0n, 0n, 0n];
      sums.set(
        move.code,
        [postedIn, postedOut, pendingIn, pendingOut].map((fen, index) => fen + before[index]!),
      );
    }
    return sums;
  };
  fc.assert(
    fc.property(transfers, (set) => {
      expect(add(['RESERVE', 'POST_RESERVED'], set)).toEqual(add(['POST'], set));
      const released = [...add(['RESERVE', 'RELEASE'], set).values()].flat();
      expect(released.every((fen) => fen === 0n)).toBe(true);
    }),
  );
});

test('a set counts as a whole: what comes in by one line may leave by another', () => {
  const [world, cash, use] = [
    parseAccountCode(codes[0]!),
    parseAccountCode(codes[2]!),
    parseAccountCode(codes[1]!),
  ];
  const [move] = accountMoves(
    [
      { from: cash, to: use, amountFen: 10n },
      { from: world, to: cash, amountFen: 10n },
    ],
    'POST',
  );
  const empty = { postedIn: 0n, postedOut: 0n, pendingIn: 0n, pendingOut: 0n };
  expect(refusalOf(() => requireCovered(move!, empty, 'lines.0'))).toBeNull();
});

test.each([
  [{ postedIn: 10n, postedOut: 0n, pendingIn: 0n, pendingOut: 0n }, 10n],
  [{ postedIn: 10n, postedOut: 3n, pendingIn: 0n, pendingOut: 4n }, 3n],
  [{ postedIn: 0n, postedOut: 0n, pendingIn: 99n, pendingOut: 0n }, 0n],
])('of %o there are %s fen to spend, and not one more', (counters, available) => {
  expect(availableFen(counters)).toBe(available);
  const [cash, use] = [parseAccountCode(codes[2]!), parseAccountCode(codes[1]!)];
  const spend = (amountFen: bigint, change: CounterChange) =>
    refusalOf(() => {
      for (const move of accountMoves([{ from: cash, to: use, amountFen }], change))
        requireCovered(move, counters, 'f');
    });
  if (available > 0n) expect(spend(available, 'POST')).toBeNull();
  expect(spend(available + 1n, 'POST')).toEqual({ code: 'ACCOUNT_OVERDRAWN', field: 'f' });
  expect(spend(available + 1n, 'RESERVE')).toEqual({ code: 'ACCOUNT_OVERDRAWN', field: 'f' });
});
