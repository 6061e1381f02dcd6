import { expect, test } from 'vitest';

import { exactAmount } from './amount.js';
import { areComparable } from './are-comparable.js';
import { countFigure, nullFigure, type FigureHead } from './figure.js';

const head = (...shares: readonly (number | null)[]): FigureHead => ({
  metric: 'eventsHeld',
  unit: 'EVENT',
  basis: 'FLOW',
  subject: '990101',
  definition: { zh: '活动数', en: 'events held' },
  definitionVersion: 1,
  completeness: shares.map((share) => ({
    subgraph: 'one',
    state: 'OK',
    ageSeconds: null,
    coverage: 'PARTIAL',
    share,
  })),
});
const covered = (...shares: readonly (number | null)[]) =>
  countFigure(head(...shares), exactAmount(1n));

test.each([
  ['nine tenths covered everywhere', [covered(0.9), covered(1, 0.95)], true],
  ['less in one part of one figure', [covered(0.9), covered(1, 0.89)], false],
  ['an unknown share', [covered(0.9), covered(null)], false],
  ['a figure that vouches for nothing', [covered(0.9), covered()], false],
  ['a figure without a value', [covered(1), nullFigure(head(1), 'NOT_STATED')], false],
])('%s', (_, figures, comparable) => {
  expect(areComparable(figures)).toBe(comparable);
});
