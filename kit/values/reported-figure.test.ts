import { expect, it, test } from 'vitest';

import { periodOfDate } from './period.js';
import { reportedFigureOf, type ReportedFigure } from './reported-figure.js';
import { shanghaiMidnight } from './shanghai-day.js';
import { ValueError } from './value-error.js';

const served: ReportedFigure = {
  key: 'residentsServed',
  quantity: { value: 600, qualifier: 'AT_LEAST', unit: 'PERSON' },
  period: null,
  asOf: null,
  kind: 'FACT',
  provenance: {
    sourceId: 'source_seed_one',
    method: 'REPORTED',
    rawText: null,
    asOf: shanghaiMidnight('2024-09-20'),
    recordedAt: shanghaiMidnight('2025-01-01'),
    confidence: 'HIGH',
  },
};
const asOf = shanghaiMidnight('2024-09-20');
const period = periodOfDate('2024');

it('covers a period, or holds for an instant, or says neither', () => {
  for (const figure of [served, { ...served, asOf }, { ...served, period }]) {
    expect(reportedFigureOf(figure)).toEqual(figure);
  }
  expect(() => reportedFigureOf({ ...served, asOf, period })).toThrow(ValueError);
});

test.each([
  '',
  'ResidentsServed',
  'residents_served',
  'residents served',
  '2held',
  '服务',
  'x'.repeat(65),
])('the key %j is refused', (key) => {
  expect(() => reportedFigureOf({ ...served, key })).toThrow(ValueError);
});
