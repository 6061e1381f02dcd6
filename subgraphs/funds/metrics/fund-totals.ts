import {
  applyCoverage,
  countFigure,
  exactAmount,
  periodOf,
  type Coverage,
  type Figure,
  type Label,
} from '@linju/kit';

import type { FlowTotal } from '../rules/flow-total.js';
import { fundsCompleteness } from './funds-completeness.js';
import { inflowByChannel } from './inflow-by-channel.js';
import { selfGeneration, type FundFigureSubject } from './self-generation.js';

/**
 * Totals over the funds of a place. Sums under partial coverage are lower bounds; without coverage
 * they are null SOURCE_MISSING, never zero.
 * @param outflowCoverage of the district's `Transfer outflow`
 */
export const fundTotals = (
  flow: readonly FlowTotal[],
  about: FundFigureSubject,
  outflowCoverage: Coverage,
) => ({
  foundingInflow: sumFigure('foundingInflow', inflowOf(flow, 'FOUNDING'), about, labels.founding),
  operatingInflow: sumFigure(
    'operatingInflow',
    inflowOf(flow, 'OPERATING'),
    about,
    labels.operating,
  ),
  outflow: sumFigure(
    'outflow',
    flow.reduce((sum, { outflowFen }) => sum + outflowFen, 0n),
    { ...about, coverage: outflowCoverage },
    labels.outflow,
  ),
  selfGeneration: selfGeneration(flow, about),
  inflowByChannel: inflowByChannel(flow, about),
});

const inflowOf = (flow: readonly FlowTotal[], phase: 'FOUNDING' | 'OPERATING'): bigint =>
  flow.filter((row) => row.phase === phase).reduce((sum, { inflowFen }) => sum + inflowFen, 0n);

function sumFigure(
  metric: string,
  fen: bigint,
  { subject, asOf, knownAt, coverage }: FundFigureSubject,
  definition: Label,
): Figure {
  const completeness = fundsCompleteness(coverage);
  const period = periodOf({ from: null, to: asOf });
  const times = { period, asOf, knownAt };
  const head = { metric, unit: 'FEN', basis: 'FLOW', subject, ...times, completeness } as const;
  return applyCoverage(
    countFigure({ ...head, definition, definitionVersion: 1 }, exactAmount(fen)),
    completeness,
    'AMOUNT',
  );
}

const labels: Readonly<Record<'founding' | 'operating' | 'outflow', Label>> = {
  founding: { zh: '创始阶段到账现金(分)', en: 'Posted cash of the phase FOUNDING, fen' },
  operating: { zh: '运行阶段到账现金(分)', en: 'Posted cash of the phase OPERATING, fen' },
  outflow: { zh: '支出现金(分)', en: 'Posted cash that funds spent, fen' },
};
