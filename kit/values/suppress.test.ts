import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { exactAmount } from './amount.js';
import { countOf, nullRatio, ratioOf, type Ratio } from './ratio.js';
import {
  isSmallCount,
  isSmallSample,
  smallCellsOf,
  suppressSmall,
  type CountedRatio,
} from './suppress.js';
import { Unit } from './unit.js';

const runs = { seed: 20240920, numRuns: 500 };
const hidden = {
  value: null,
  numerator: null,
  denominator: null,
  reasonIfNull: 'SUPPRESSED',
  suppressed: true,
};

describe('counts', () => {
  test.each([
    ['PERSON', 4n, true],
    ['PERSON', 5n, false],
    ['PERSON', 0n, true],
    ['FAMILY', 4n, true],
    ['COUPLE', 4n, true],
    ['COUPLE', 6n, false],
    ['EVENT', 1n, false],
    ['FEN', 1n, false],
    ['ORGANISATION', 1n, false],
    ['TEAM', 0n, false],
  ] as const)('%s %s: hidden is %s', (unit, count, expected) => {
    expect(isSmallCount(count, { unit })).toBe(expected);
  });

  test.each([
    ['PERSON', 9n, true],
    ['PERSON', 10n, false],
    ['CASE', 9n, true],
    ['CASE', 10n, false],
  ] as const)('of a sensitive category, %s %s: hidden is %s', (unit, count, expected) => {
    expect(isSmallCount(count, { unit, sensitive: true })).toBe(expected);
  });

  test('only people are hidden for being few, of all units', () => {
    const hiddenUnits = Object.values(Unit).filter((unit) => isSmallCount(1n, { unit }));
    expect(hiddenUnits).toEqual(['PERSON', 'FAMILY', 'COUPLE']);
  });
});

describe('ratios', () => {
  const ratio = (numerator: bigint, denominator: bigint) =>
    ratioOf(
      { unit: 'RATIO' },
      { numerator: exactAmount(numerator), denominator: exactAmount(denominator) },
    );
  const ofPeople = { numeratorUnit: 'PERSON', denominatorUnit: 'PERSON' } as const;

  const peoplePerEvent = { numeratorUnit: 'PERSON', denominatorUnit: 'EVENT' } as const;
  const fenPerPerson = { numeratorUnit: 'FEN', denominatorUnit: 'PERSON' } as const;
  const eventsPerPerson = { numeratorUnit: 'EVENT', denominatorUnit: 'PERSON' } as const;
  const cases = { numeratorUnit: 'CASE', denominatorUnit: 'CASE' } as const;
  const sensitive = { sensitive: true } as const;

  test.each<[string, Ratio, CountedRatio]>([
    ['few people of many', ratio(4n, 100n), ofPeople],
    ['enough people of few', ratio(5n, 9n), ofPeople],
    ['nobody of nobody', ratio(0n, 0n), ofPeople],
    ['few people of a sensitive category', ratio(9n, 100n), { ...ofPeople, ...sensitive }],
    ['few people at few events', ratio(4n, 9n), peoplePerEvent],
    ['money over few people', ratio(100n, 9n), fenPerPerson],
    ['few sensitive cases', ratio(9n, 10n), { ...cases, ...sensitive }],
    ['cases out of few sensitive ones', ratio(10n, 9n), { ...cases, ...sensitive }],
  ])('hidden: %s', (_, shown, counted) => {
    expect(suppressSmall(shown, counted)).toEqual({ ...shown, ...hidden });
  });

  test.each<[string, Ratio, CountedRatio]>([
    ['enough people of enough', ratio(5n, 10n), ofPeople],
    ['enough people of a sensitive category', ratio(10n, 10n), { ...ofPeople, ...sensitive }],
    ['many people at few events', ratio(600n, 9n), peoplePerEvent],
    ['money over enough people', ratio(1n, 10n), fenPerPerson],
    ['few events over enough people', ratio(1n, 10n), eventsPerPerson],
    ['few things of few things', ratio(1n, 2n), cases],
  ])('shown: %s', (_, shown, counted) => {
    expect(suppressSmall(shown, counted)).toEqual(shown);
  });

  test('a count of people is hidden with both its integers', () => {
    const few = countOf({ unit: 'PERSON' }, { amount: 4n, qualifier: 'AT_LEAST' });
    const counted = { numeratorUnit: 'PERSON', denominatorUnit: null } as const;
    expect(suppressSmall(few, counted)).toEqual({ ...few, ...hidden, qualifier: 'EXACT' });
  });

  test('an unknown denominator does not uncover a small numerator', () => {
    const few = ratioOf({ unit: 'RATIO' }, { numerator: exactAmount(4n), denominator: null });
    expect(suppressSmall(few, ofPeople)).toMatchObject(hidden);
  });

  test('where there is nothing to hide, the reason stays', () => {
    const missing = nullRatio({ unit: 'RATIO' }, 'SOURCE_MISSING');
    expect(suppressSmall(missing, ofPeople)).toEqual(missing);
  });
});

describe('a breakdown', () => {
  const people = { unit: Unit.PERSON };

  test.each([
    ['nothing small', [5n, 6n, 100n], [false, false, false]],
    [
      'one small cell takes the next smallest with it',
      [100n, 3n, 20n, 50n],
      [false, true, true, false],
    ],
    ['two small cells too', [1n, 2n, 7n, 50n], [true, true, true, false]],
    ['of equals the first', [3n, 7n, 7n], [true, true, false]],
    ['all small', [1n, 2n], [true, true]],
    ['one cell', [1n], [true]],
    ['no cell', [], []],
  ])('%s', (_, cells, flags) => {
    expect(smallCellsOf(cells, people)).toEqual(flags);
  });

  it('of things hides nothing', () => {
    expect(smallCellsOf([1n, 2n], { unit: Unit.EVENT })).toEqual([false, false]);
  });

  it('never gives a hidden cell away by the total, if it has more than one', () => {
    const cells = fc.array(fc.bigInt({ min: 0n, max: 30n }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(cells, fc.boolean(), (counts, sensitive) => {
        const flags = smallCellsOf(counts, { unit: Unit.PERSON, sensitive });
        counts.forEach((count, index) => {
          if (count < (sensitive ? 10n : 5n)) expect(flags[index]).toBe(true);
        });
        expect(flags.filter(Boolean).length).not.toBe(1);
      }),
      runs,
    );
  });
});

test('a percentile needs five values', () => {
  expect([4, 5].map(isSmallSample)).toEqual([true, false]);
});
