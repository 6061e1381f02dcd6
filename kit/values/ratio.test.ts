import { describe, expect, it, test } from 'vitest';

import { exactAmount, type Amount } from './amount.js';
import { countOf, nullRatio, ratioOf, withoutValue } from './ratio.js';
import { ValueError } from './value-error.js';

const atLeast = (amount: bigint): Amount => ({ amount, qualifier: 'AT_LEAST' });
const share = { unit: 'RATIO' } as const;

test('a ratio shows its value and all it is made of', () => {
  const numerator = exactAmount(422_200n);
  expect(ratioOf(share, { numerator, denominator: exactAmount(10_472_200n) })).toEqual({
    value: 422_200 / 10_472_200,
    numerator: 422_200n,
    denominator: 10_472_200n,
    scale: '1',
    unit: 'RATIO',
    qualifier: 'EXACT',
    reasonIfNull: null,
    suppressed: false,
  });
});

test('a real zero is a value', () => {
  const zero = ratioOf(share, {
    numerator: exactAmount(0n),
    denominator: exactAmount(10_050_000n),
  });
  expect(zero).toMatchObject({
    value: 0,
    numerator: 0n,
    denominator: 10_050_000n,
    reasonIfNull: null,
  });
});

test('a denominator of zero gives null DENOMINATOR_ZERO, and both integers stay', () => {
  expect(
    ratioOf(share, { numerator: exactAmount(0n), denominator: exactAmount(0n) }),
  ).toMatchObject({
    value: null,
    numerator: 0n,
    denominator: 0n,
    reasonIfNull: 'DENOMINATOR_ZERO',
    suppressed: false,
  });
});

test('an unknown denominator gives null DENOMINATOR_UNKNOWN, and the numerator stays', () => {
  expect(ratioOf(share, { numerator: exactAmount(9n), denominator: null })).toMatchObject({
    value: null,
    numerator: 9n,
    denominator: null,
    reasonIfNull: 'DENOMINATOR_UNKNOWN',
  });
});

describe('the hedge of a value', () => {
  test('more than 600 people over 9 markets is more than 66', () => {
    const perMarket = ratioOf(
      { unit: 'PERSON' },
      { numerator: atLeast(600n), denominator: exactAmount(9n) },
    );
    expect(perMarket).toMatchObject({ value: 600 / 9, qualifier: 'AT_LEAST' });
  });

  test('a sum over more than 600 people is an upper bound for each', () => {
    const each = ratioOf(
      { unit: 'FEN' },
      { numerator: exactAmount(6000n), denominator: atLeast(600n) },
    );
    expect(each).toMatchObject({ value: 10, qualifier: 'AT_MOST' });
  });
});

test('the scale multiplies exactly, also where it is a fraction', () => {
  const quotient = { numerator: exactAmount(3n), denominator: exactAmount(50n) };
  expect(ratioOf({ unit: 'HOUR', scale: '50/3' }, quotient).value).toBe(1);
  expect(countOf({ unit: 'DAY', scale: '1/86400' }, exactAmount(604_800n)).value).toBe(7);
});

test('a count has no denominator', () => {
  expect(countOf({ unit: 'ITEM' }, atLeast(20n))).toEqual({
    value: 20,
    numerator: 20n,
    denominator: null,
    scale: '1',
    unit: 'ITEM',
    qualifier: 'AT_LEAST',
    reasonIfNull: null,
    suppressed: false,
  });
});

test('a difference may be negative, a denominator may not', () => {
  expect(countOf({ unit: 'FEN' }, exactAmount(-5n)).value).toBe(-5);
  const quotient = { numerator: exactAmount(1n), denominator: exactAmount(-1n) };
  expect(() => ratioOf(share, quotient)).toThrow(ValueError);
});

it('is refused with a scale that is not one, whatever its numbers', () => {
  const quotient = { numerator: exactAmount(1n), denominator: exactAmount(0n) };
  expect(() => ratioOf({ unit: 'RATIO', scale: '0.5' }, quotient)).toThrow(ValueError);
});

test('a null ratio has nothing but its reason, and is suppressed only for being small', () => {
  const empty = { value: null, numerator: null, denominator: null, qualifier: 'EXACT' };
  expect(nullRatio({ unit: 'FEN', scale: '1' }, 'NOT_STATED')).toEqual({
    ...empty,
    scale: '1',
    unit: 'FEN',
    reasonIfNull: 'NOT_STATED',
    suppressed: false,
  });
  const hidden = withoutValue(
    { ...countOf({ unit: 'PERSON' }, atLeast(3n)), key: 'x' },
    'SUPPRESSED',
  );
  expect(hidden).toEqual({
    ...empty,
    scale: '1',
    unit: 'PERSON',
    reasonIfNull: 'SUPPRESSED',
    suppressed: true,
    key: 'x',
  });
});
