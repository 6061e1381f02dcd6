import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { FlowTotal } from '../rules/flow-total.js';
import { InflowChannel } from '../rules/inflow-channel.js';
import { fundTotals } from './fund-totals.js';
import { fundsCompleteness } from './funds-completeness.js';
import { inflowByChannel } from './inflow-by-channel.js';
import { selfGeneratedPerDay } from './self-generated-per-day.js';
import { selfGeneration, type FundFigureSubject } from './self-generation.js';

const row = (over: Partial<FlowTotal>): FlowTotal => ({
  phase: 'OPERATING',
  channel: 'DIRECTED',
  relatedParty: false,
  inflowFen: 0n,
  outflowFen: 0n,
  lastInflowAt: null,
  ...over,
});
const about = (over: Partial<FundFigureSubject> = {}): FundFigureSubject => ({
  subject: 'fund_fixture_a',
  asOf: null,
  knownAt: null,
  coverage: 'FULL',
  ...over,
});

// 野鸭冲 as of 2024-09-20.
const yeyachong = [
  row({ phase: 'FOUNDING', relatedParty: null, inflowFen: 10_050_000n }),
  row({
    channel: 'NOT_STATED',
    relatedParty: null,
    inflowFen: 422_200n,
    lastInflowAt: new Date('2024-09-20T00:00:00+08:00'),
  }),
];

describe('selfGeneration (M10)', () => {
  test('golden: 422,200 / 10,472,200 fen = 4.0316 %, marked PARTIAL and not hedged', () => {
    const figure = selfGeneration(yeyachong, about({ coverage: 'PARTIAL' }));
    expect(figure).toMatchObject({
      metric: 'selfGeneration',
      numerator: 422_200n,
      denominator: 10_472_200n,
      qualifier: 'EXACT',
      reasonIfNull: null,
      completeness: [{ subgraph: 'funds', state: 'OK', coverage: 'PARTIAL' }],
    });
    expect(figure.value).toBe(422_200 / 10_472_200);
  });

  test.each([
    ['nothing came in, and all is recorded', [], 'FULL', 'DENOMINATOR_ZERO'],
    ['nothing came in that is recorded', [], 'PARTIAL', 'SOURCE_MISSING'],
    ['nothing is recorded', yeyachong, 'NONE', 'SOURCE_MISSING'],
  ] as const)('null where %s', (_, flow, coverage, reasonIfNull) => {
    expect(selfGeneration(flow, about({ coverage }))).toMatchObject({ value: null, reasonIfNull });
  });

  test('a real zero: founding money in, nothing generated yet', () => {
    expect(selfGeneration([yeyachong[0]!], about({ coverage: 'PARTIAL' }))).toMatchObject({
      value: 0,
      numerator: 0n,
      denominator: 10_050_000n,
    });
  });

  test('STRICT counts sales, fees, shares and consumption only, over all inflow', () => {
    const flow = [
      row({ phase: 'FOUNDING', inflowFen: 100n }),
      ...Object.values(InflowChannel)
        .filter((channel) => channel !== 'NOT_STATED')
        .map((channel) => row({ channel, inflowFen: 10n })),
    ];
    expect(selfGeneration(flow, about(), 'STRICT')).toMatchObject({
      numerator: 40n,
      denominator: 200n,
    });
  });

  test('STRICT is null NOT_STATED as soon as one operating channel is not stated', () => {
    expect(selfGeneration(yeyachong, about(), 'STRICT')).toMatchObject({
      value: null,
      reasonIfNull: 'NOT_STATED',
    });
    expect(selfGeneration(yeyachong.slice(0, 1), about(), 'STRICT')).toMatchObject({ value: 0 });
  });

  test('UNRELATED leaves related parties out above and below the line', () => {
    const flow = [
      row({ phase: 'FOUNDING', inflowFen: 100n }),
      row({ inflowFen: 60n }),
      row({ relatedParty: true, inflowFen: 1_000n }),
    ];
    expect(selfGeneration(flow, about(), 'UNRELATED')).toMatchObject({
      numerator: 60n,
      denominator: 160n,
    });
    expect(selfGeneration(yeyachong, about(), 'UNRELATED')).toMatchObject({
      value: null,
      reasonIfNull: 'NOT_STATED',
    });
  });

  test('what a correction took back does not count, nor does its channel', () => {
    const flow = [
      row({ phase: 'FOUNDING', inflowFen: 100n }),
      row({ channel: 'NOT_STATED', inflowFen: 0n }),
    ];
    expect(selfGeneration(flow, about(), 'STRICT')).toMatchObject({ value: 0, denominator: 100n });
  });
});

describe('selfGeneratedPerDay (DC3)', () => {
  test('golden: 422,200 fen over the 78 days from 4 July to 20 September, at least', () => {
    const figure = selfGeneratedPerDay(
      yeyachong,
      about({ coverage: 'PARTIAL', asOf: new Date('2024-09-21T00:00:00+08:00') }),
      '2024-07-04',
    );
    expect(figure).toMatchObject({
      numerator: 422_200n,
      denominator: 78n,
      unit: 'FEN',
      qualifier: 'AT_LEAST',
    });
    expect((figure.value! / 100).toFixed(2)).toBe('54.13');
  });

  test('without an instant it runs to the day of the last inflow, not to the moment of asking', () => {
    expect(selfGeneratedPerDay(yeyachong, about(), '2024-07-04')).toMatchObject({
      denominator: 78n,
      asOf: null,
    });
  });

  test.each([
    ['before the launch', '2024-07-01T00:00:00+08:00', 'DENOMINATOR_ZERO'],
    ['on the day of the launch', '2024-07-05T00:00:00+08:00', 'DENOMINATOR_ZERO'],
  ])('null %s', (_, asOf, reasonIfNull) => {
    const figure = selfGeneratedPerDay(
      [],
      about({ coverage: 'PARTIAL', asOf: new Date(asOf) }),
      '2024-07-04',
    );
    expect(figure).toMatchObject({ value: null, reasonIfNull });
  });

  test('one day after the launch counts as one day', () => {
    const figure = selfGeneratedPerDay(
      [],
      about({ asOf: new Date('2024-07-06T00:00:00+08:00') }),
      '2024-07-04',
    );
    expect(figure).toMatchObject({ value: 0, denominator: 1n });
  });

  test('null where the launch is not stated, nothing came in, or nothing is recorded', () => {
    expect(selfGeneratedPerDay(yeyachong, about(), null)).toMatchObject({
      reasonIfNull: 'NOT_STATED',
    });
    expect(selfGeneratedPerDay([], about(), '2024-07-04')).toMatchObject({
      reasonIfNull: 'DENOMINATOR_UNKNOWN',
    });
    expect(selfGeneratedPerDay(yeyachong, about({ coverage: 'NONE' }), '2024-07-04')).toMatchObject(
      { reasonIfNull: 'SOURCE_MISSING' },
    );
  });
});

describe('inflowByChannel (M11)', () => {
  test('golden: 定向捐 100,500.00 and 4,222.00 yuan not stated', () => {
    const figure = inflowByChannel(yeyachong, about({ coverage: 'PARTIAL' }));
    expect(figure).toMatchObject({
      value: 10_472_200,
      numerator: 10_472_200n,
      denominator: null,
      qualifier: 'AT_LEAST',
    });
    expect(figure.parts.map(({ key, numerator, label }) => [key, numerator, label?.zh])).toEqual([
      ['DIRECTED', 10_050_000n, '定向捐'],
      ['NOT_STATED', 422_200n, '未说明'],
    ]);
  });

  test('the parts add up to the total, which is the denominator of M10', () => {
    const flows = fc.array(
      fc
        .record({
          phase: fc.constantFrom('FOUNDING' as const, 'OPERATING' as const),
          channel: fc.constantFrom(...Object.values(InflowChannel)),
          inflowFen: fc.bigInt({ min: 1n, max: 10n ** 12n }),
        })
        .map(row),
    );
    fc.assert(
      fc.property(flows, (flow) => {
        const { numerator, parts } = inflowByChannel(flow, about());
        expect(parts.reduce((sum, part) => sum + (part.numerator ?? 0n), 0n)).toBe(numerator);
        expect(selfGeneration(flow, about()).denominator).toBe(numerator);
      }),
    );
  });

  test('without coverage there is neither a total nor a part', () => {
    expect(inflowByChannel(yeyachong, about({ coverage: 'NONE' }))).toMatchObject({
      value: null,
      reasonIfNull: 'SOURCE_MISSING',
      parts: [],
    });
  });
});

test('fundTotals: each sum has the coverage of its own records', () => {
  const totals = fundTotals(
    [...yeyachong, row({ phase: null, channel: null, outflowFen: 7n })],
    about({ coverage: 'PARTIAL' }),
    'NONE',
  );
  expect(totals.foundingInflow).toMatchObject({ value: 10_050_000, qualifier: 'AT_LEAST' });
  expect(totals.operatingInflow).toMatchObject({ value: 422_200, qualifier: 'AT_LEAST' });
  expect(totals.outflow).toMatchObject({ value: null, reasonIfNull: 'SOURCE_MISSING' });
  expect(
    fundTotals([row({ phase: null, channel: null, outflowFen: 7n })], about(), 'FULL').outflow,
  ).toMatchObject({ value: 7, qualifier: 'EXACT' });
});

test('fundsCompleteness: the least coverage of what goes in counts', () => {
  expect(fundsCompleteness('FULL', 'PARTIAL')).toEqual([
    { subgraph: 'funds', state: 'OK', ageSeconds: null, coverage: 'PARTIAL', share: null },
  ]);
  expect(fundsCompleteness('PARTIAL', 'NONE')).toMatchObject([{ coverage: 'NONE' }]);
});
