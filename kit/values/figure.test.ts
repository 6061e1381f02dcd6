import { describe, expect, it, test } from 'vitest';

import { exactAmount, type Amount } from './amount.js';
import { countFigure, figurePart, nullFigure, ratioFigure, type FigureHead } from './figure.js';
import { toGraphFigure } from './graph-figure.js';
import { parseInstant } from './instant.js';
import { periodOf } from './period.js';
import { countOf, ratioOf } from './ratio.js';

const definition = { zh: '运营期收入占全部收入之比', en: 'operating inflow over all inflow' };
const head: FigureHead = {
  metric: 'selfGeneration',
  unit: 'RATIO',
  basis: 'FLOW',
  subject: 'place_seed_one',
  definition,
  definitionVersion: 1,
};
const nothingElse = {
  metric: 'selfGeneration',
  unit: 'RATIO',
  scale: '1',
  basis: 'FLOW',
  variant: null,
  subject: 'place_seed_one',
  period: null,
  asOf: null,
  knownAt: null,
  completeness: [],
  parts: [],
  claims: [],
  definition,
  definitionVersion: 1,
};
const over = (numerator: bigint, denominator: bigint) => ({
  numerator: exactAmount(numerator),
  denominator: exactAmount(denominator),
});

describe('golden figures', () => {
  it('422,200 fen of 10,472,200 is 4.03 %, unrounded', () => {
    const figure = ratioFigure(head, over(422_200n, 10_472_200n));
    expect(figure).toEqual({
      ...nothingElse,
      value: 0.04031626592311071,
      numerator: 422_200n,
      denominator: 10_472_200n,
      qualifier: 'EXACT',
      reasonIfNull: null,
      suppressed: false,
    });
    expect((figure.value! * 100).toFixed(4)).toBe('4.0316');
  });

  it('9 events for 348,894 people are 0.258 in ten thousand', () => {
    const figure = ratioFigure({ ...head, unit: 'EVENT', scale: '10000' }, over(9n, 348_894n));
    expect(figure.value).toBe(90_000 / 348_894);
    expect(figure.value!.toFixed(3)).toBe('0.258');
  });

  it('422,200 fen in 78 days are 54.13 yuan a day', () => {
    const figure = ratioFigure({ ...head, unit: 'FEN' }, over(422_200n, 78n));
    expect((figure.value! / 100).toFixed(2)).toBe('54.13');
  });

  it('more than 600 people at 9 events are more than 66.7 each', () => {
    const served: Amount = { amount: 600n, qualifier: 'AT_LEAST' };
    const quotient = { numerator: served, denominator: exactAmount(9n) };
    const figure = ratioFigure({ ...head, unit: 'PERSON', basis: 'REPORTED_TOTAL' }, quotient);
    expect(figure).toMatchObject({ qualifier: 'AT_LEAST', basis: 'REPORTED_TOTAL' });
    expect(figure.value!.toFixed(1)).toBe('66.7');
  });

  it('60 minutes for 1,000 people are one hour in a thousand', () => {
    const figure = ratioFigure({ ...head, unit: 'HOUR', scale: '50/3' }, over(60n, 1000n));
    expect(figure.value).toBe(1);
  });
});

test('a count, and a figure without value, keep all that stands around the number', () => {
  const empty = { denominator: null, suppressed: false, qualifier: 'EXACT' };
  expect(countFigure(head, exactAmount(20n))).toEqual({
    ...nothingElse,
    ...empty,
    value: 20,
    numerator: 20n,
    reasonIfNull: null,
  });
  expect(nullFigure(head, 'NOT_STATED')).toEqual({
    ...nothingElse,
    ...empty,
    value: null,
    numerator: null,
    reasonIfNull: 'NOT_STATED',
  });
});

test('in the graph, integers are decimal strings and all else is as it was', () => {
  const from = parseInstant('2024-01-01T00:00:00+08:00');
  const asOf = parseInstant('2024-09-21T00:00:00+08:00');
  const figure = ratioFigure(
    {
      ...head,
      variant: 'STRICT',
      period: periodOf({ from, to: asOf }),
      asOf,
      parts: [
        figurePart('DIRECTED', countOf({ unit: 'FEN' }, exactAmount(2n ** 63n)), {
          zh: '定向',
          en: 'directed',
        }),
        figurePart(
          'OPEN',
          ratioOf({ unit: 'RATIO' }, { numerator: exactAmount(1n), denominator: null }),
        ),
      ],
    },
    over(422_200n, 10_472_200n),
  );
  expect(toGraphFigure(figure)).toEqual({
    ...nothingElse,
    value: 0.04031626592311071,
    numerator: '422200',
    denominator: '10472200',
    qualifier: 'EXACT',
    reasonIfNull: null,
    suppressed: false,
    variant: 'STRICT',
    period: { from, to: asOf, tz: 'Asia/Shanghai' },
    asOf,
    parts: [
      {
        key: 'DIRECTED',
        label: { zh: '定向', en: 'directed' },
        value: 2 ** 63,
        numerator: '9223372036854775808',
        denominator: null,
        scale: '1',
        unit: 'FEN',
        qualifier: 'EXACT',
        reasonIfNull: null,
        suppressed: false,
      },
      {
        key: 'OPEN',
        label: null,
        value: null,
        numerator: '1',
        denominator: null,
        scale: '1',
        unit: 'RATIO',
        qualifier: 'EXACT',
        reasonIfNull: 'DENOMINATOR_UNKNOWN',
        suppressed: false,
      },
    ],
  });
  expect(toGraphFigure(nullFigure(head, 'SUPPRESSED'))).toMatchObject({
    numerator: null,
    denominator: null,
    suppressed: true,
  });
});
