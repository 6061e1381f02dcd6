import { describe, expect, it, test } from 'vitest';

import { exactAmount } from './amount.js';
import { applyCoverage, CoverageRule } from './apply-coverage.js';
import { completenessPartOf, leastCoverage, type CompletenessPart } from './completeness.js';
import { NullReason } from './null-reason.js';
import { countOf, nullRatio, ratioOf, type Ratio } from './ratio.js';
import { ValueError } from './value-error.js';

const part = (coverage: CompletenessPart['coverage']): CompletenessPart => ({
  subgraph: 'one',
  state: 'OK',
  ageSeconds: null,
  coverage,
  share: null,
});
const [full, partial, none] = [part('FULL'), part('PARTIAL'), part('NONE')];
const away: CompletenessPart = { ...part(null), state: 'MISSING' };
const lagging: CompletenessPart = { ...full, state: 'STALE', ageSeconds: 90 };

const count = countOf({ unit: 'EVENT' }, exactAmount(9n));
const half = ratioOf(
  { unit: 'RATIO' },
  { numerator: exactAmount(1n), denominator: exactAmount(2n) },
);
const overNothing = ratioOf(
  { unit: 'RATIO' },
  { numerator: exactAmount(0n), denominator: exactAmount(0n) },
);
const overUnknown = ratioOf({ unit: 'RATIO' }, { numerator: exactAmount(9n), denominator: null });
const missing = (ratio: Ratio) => ({
  ...ratio,
  value: null,
  numerator: null,
  denominator: null,
  qualifier: 'EXACT',
  reasonIfNull: 'SOURCE_MISSING',
});
const { AMOUNT, RATIO, REGISTER_SHARE, OWN_RECORDS } = CoverageRule;

describe('full coverage', () => {
  test.each(Object.values(CoverageRule))('changes nothing (%s)', (rule) => {
    for (const ratio of [count, half, overNothing, overUnknown]) {
      expect(applyCoverage(ratio, [full, lagging], rule)).toEqual(ratio);
    }
  });
});

describe('no coverage', () => {
  test.each([AMOUNT, RATIO, REGISTER_SHARE])('is SOURCE_MISSING, not zero (%s)', (rule) => {
    for (const ratio of [count, half, overNothing, overUnknown]) {
      expect(applyCoverage(ratio, [full, none], rule)).toEqual(missing(ratio));
    }
  });

  it('says nothing about our own records', () => {
    expect(applyCoverage(overNothing, [none], OWN_RECORDS)).toEqual(overNothing);
  });

  it('is what nobody vouches for', () => {
    expect(applyCoverage(count, [], AMOUNT)).toEqual(missing(count));
  });
});

describe('partial coverage', () => {
  it('makes a count a lower bound', () => {
    expect(applyCoverage(count, [full, partial], AMOUNT)).toEqual({
      ...count,
      qualifier: 'AT_LEAST',
    });
  });

  test.each([
    ['EXACT', 'AT_LEAST'],
    ['AT_LEAST', 'AT_LEAST'],
    ['AT_MOST', 'ABOUT'],
    ['NEARLY', 'ABOUT'],
    ['ABOUT', 'ABOUT'],
  ] as const)('makes an amount that is %s one that is %s', (qualifier, result) => {
    expect(applyCoverage({ ...count, qualifier }, [partial], AMOUNT).qualifier).toBe(result);
  });

  it('leaves a ratio of records as it is', () => {
    expect(applyCoverage(half, [partial], RATIO)).toEqual(half);
  });

  it('leaves no share of a register', () => {
    expect(applyCoverage(half, [partial], REGISTER_SHARE)).toEqual(missing(half));
  });

  test.each([AMOUNT, RATIO, REGISTER_SHARE])('of nothing is SOURCE_MISSING (%s)', (rule) => {
    expect(applyCoverage(overNothing, [partial], rule)).toEqual(missing(overNothing));
  });

  it('leaves our own records their zero denominator', () => {
    expect(applyCoverage(overNothing, [partial], OWN_RECORDS)).toEqual(overNothing);
  });

  test.each(['DENOMINATOR_UNKNOWN', 'NOT_STATED', 'SUPPRESSED'] as const)(
    'keeps the reason %s',
    (reason) => {
      const ratio = nullRatio({ unit: 'RATIO' }, reason);
      expect(applyCoverage(ratio, [partial], REGISTER_SHARE)).toEqual(ratio);
      expect(applyCoverage(overUnknown, [partial], AMOUNT)).toEqual(overUnknown);
    },
  );
});

describe('a part of the graph that is away', () => {
  test.each(Object.values(CoverageRule))('makes the figure SOURCE_MISSING (%s)', (rule) => {
    expect(applyCoverage(half, [full, away], rule)).toEqual(missing(half));
  });
});

test.each([NullReason.NOT_APPLICABLE, NullReason.NOT_AUTHORISED])(
  '%s is the reason whatever the coverage',
  (reason) => {
    const ratio = nullRatio({ unit: 'RATIO' }, reason);
    expect(applyCoverage(ratio, [none, away], RATIO)).toEqual(ratio);
  },
);

test.each([
  [[full, full], 'FULL'],
  [[full, partial], 'PARTIAL'],
  [[partial, none, full], 'NONE'],
  [[full, part(null)], 'NONE'],
  [[], 'NONE'],
] as const)('the least coverage of parts', (parts, coverage) => {
  expect(leastCoverage(parts)).toBe(coverage);
});

describe('a completeness part', () => {
  it('is taken as it stands', () => {
    const known = { ...lagging, share: 0.9 };
    expect(completenessPartOf(known)).toEqual(known);
    expect(completenessPartOf({ ...full, share: 0 })).toEqual({ ...full, share: 0 });
  });

  test.each([
    ['a stale one without age', { ...lagging, ageSeconds: null }],
    ['a fresh one with an age', { ...full, ageSeconds: 1 }],
    ['an age of half a second', { ...lagging, ageSeconds: 0.5 }],
    ['an age to come', { ...lagging, ageSeconds: -1 }],
    ['a share above the whole', { ...full, share: 1.01 }],
    ['a share below nothing', { ...full, share: -0.1 }],
    ['a share that is no number', { ...full, share: Number.NaN }],
  ])('is refused: %s', (_, refused) => {
    expect(() => completenessPartOf(refused)).toThrow(ValueError);
  });
});
