import {
  applyCoverage,
  exactAmount,
  nullFigure,
  periodOf,
  ratioFigure,
  type Coverage,
  type Figure,
  type FigureHead,
} from '@linju/kit';

import type { FlowTotal } from '../rules/flow-total.js';
import { earningChannels } from '../rules/inflow-channel.js';
import type { SelfGenerationVariant } from '../rules/self-generation-variant.js';
import { fundsCompleteness } from './funds-completeness.js';

/** What a figure of funds is about and how it is read. */
export interface FundFigureSubject {
  /** A fund's id, or the code of a district. */
  readonly subject: string;
  readonly asOf: Date | null;
  readonly knownAt: Date | null;
  /** Of the district's `Transfer inflow`. */
  readonly coverage: Coverage;
}

/**
 * Self-generation ratio 造血率 (M10): what came in after the founding, over all that came in.
 *
 * STRICT counts as earned only what came by sales, fees, revenue share and consumption giving; where
 * any operating inflow has no stated channel nobody can say, so it is null NOT_STATED. UNRELATED
 * leaves related parties out above and below the line; an inflow whose relation is not stated makes
 * it null NOT_STATED too.
 * @param flow posted cash in fen, one row per phase, channel and relation; corrections taken off
 * @returns two exact integers, never a rounded number; null DENOMINATOR_ZERO (under partial coverage
 *          SOURCE_MISSING) where nothing came in
 * @source docs/sources.md#fund-ledger
 */
export function selfGeneration(
  flow: readonly FlowTotal[],
  about: FundFigureSubject,
  variant: SelfGenerationVariant = 'ALL',
): Figure {
  const head = headOf(about, variant);
  const inflow = flow.filter(({ phase }) => phase !== null);
  if (!isTold(inflow, variant)) {
    return applyCoverage(nullFigure(head, 'NOT_STATED'), head.completeness ?? [], 'RATIO');
  }
  const counted = inflow.filter((row) => variant !== 'UNRELATED' || row.relatedParty === false);
  const figure = ratioFigure(head, {
    numerator: exactAmount(sumFen(counted.filter((row) => isEarned(row, variant)))),
    denominator: exactAmount(sumFen(counted)),
  });
  return applyCoverage(figure, head.completeness ?? [], 'RATIO');
}

function isTold(inflow: readonly FlowTotal[], variant: SelfGenerationVariant): boolean {
  const some = inflow.filter(({ inflowFen }) => inflowFen !== 0n);
  if (variant === 'UNRELATED') return some.every(({ relatedParty }) => relatedParty !== null);
  if (variant === 'ALL') return true;
  return some.every(({ phase, channel }) => phase !== 'OPERATING' || channel !== 'NOT_STATED');
}

const isEarned = ({ phase, channel }: FlowTotal, variant: SelfGenerationVariant): boolean =>
  phase === 'OPERATING' &&
  (variant !== 'STRICT' || (channel !== null && earningChannels.includes(channel)));

const sumFen = (rows: readonly FlowTotal[]): bigint =>
  rows.reduce((sum, { inflowFen }) => sum + inflowFen, 0n);

const headOf = (
  { subject, asOf, knownAt, coverage }: FundFigureSubject,
  variant: SelfGenerationVariant,
): FigureHead => ({
  metric: 'selfGeneration',
  unit: 'RATIO',
  basis: 'FLOW',
  variant,
  subject,
  period: periodOf({ from: null, to: asOf }),
  asOf,
  knownAt,
  completeness: fundsCompleteness(coverage),
  definition: {
    zh: '造血率:启动后运行阶段到账现金 ÷ 全部到账现金(创始 + 运行)',
    en: 'Self-generation ratio: posted cash of the phase OPERATING ÷ all posted cash (FOUNDING + OPERATING)',
  },
  definitionVersion: 1,
});
