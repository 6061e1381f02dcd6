import {
  applyCoverage,
  countFigure,
  exactAmount,
  figurePart,
  periodOf,
  ratioOf,
  type Figure,
  type FigureHead,
  type FigurePart,
} from '@linju/kit';

import type { FlowTotal } from '../rules/flow-total.js';
import { InflowChannel, inflowChannelLabels } from '../rules/inflow-channel.js';
import { fundsCompleteness } from './funds-completeness.js';
import type { FundFigureSubject } from './self-generation.js';

/**
 * Inflow by channel 各渠道捐赠 (M11): the total that came in, fen, and one part for each channel by
 * which anything came, in the order of the enum. A channel that is not listed is not known to be
 * zero unless coverage is FULL. Goods are apart and not in it.
 * @param flow posted cash in fen, one row per phase, channel and relation; corrections taken off
 * @returns parts with the channel's fen over the total; their numerators add up to the figure's
 */
export function inflowByChannel(flow: readonly FlowTotal[], about: FundFigureSubject): Figure {
  const completeness = fundsCompleteness(about.coverage);
  const inflow = flow.filter(({ channel }) => channel !== null);
  const totalFen = sumFen(inflow);
  const parts = Object.values(InflowChannel)
    .map((channel) =>
      partOf(channel, sumFen(inflow.filter((row) => row.channel === channel)), totalFen),
    )
    .filter(({ numerator }) => numerator !== 0n)
    .map((part) => applyCoverage(part, completeness, 'RATIO'));
  const figure = countFigure({ ...headOf(about), completeness }, exactAmount(totalFen));
  const covered = applyCoverage(figure, completeness, 'AMOUNT');
  return { ...covered, parts: covered.value === null ? [] : parts };
}

const partOf = (channel: InflowChannel, fen: bigint, totalFen: bigint): FigurePart =>
  figurePart(
    channel,
    ratioOf({ unit: 'RATIO' }, { numerator: exactAmount(fen), denominator: exactAmount(totalFen) }),
    inflowChannelLabels[channel],
  );

const sumFen = (rows: readonly FlowTotal[]): bigint =>
  rows.reduce((sum, { inflowFen }) => sum + inflowFen, 0n);

const headOf = ({ subject, asOf, knownAt }: FundFigureSubject): FigureHead => ({
  metric: 'inflowByChannel',
  unit: 'FEN',
  basis: 'FLOW',
  subject,
  period: periodOf({ from: null, to: asOf }),
  asOf,
  knownAt,
  definition: {
    zh: '各渠道捐赠:到账现金(分)及各渠道金额与占比,物资另计',
    en: 'Inflow by channel: posted cash, fen, with the amount and share of each channel; goods apart',
  },
  definitionVersion: 1,
});
