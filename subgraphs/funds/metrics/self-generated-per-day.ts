import {
  applyCoverage,
  daysOfPeriod,
  exactAmount,
  nullFigure,
  periodOf,
  ratioFigure,
  shanghaiDate,
  shanghaiMidnight,
  type Figure,
  type FigureHead,
} from '@linju/kit';

import type { FlowTotal } from '../rules/flow-total.js';
import { fundsCompleteness } from './funds-completeness.js';
import type { FundFigureSubject } from './self-generation.js';

/**
 * What a fund earned per day since its launch, fen (DC3). Days run from the launch to the last day
 * covered: the day before asOf or, without one, the day of the last operating inflow. The moment of
 * asking never counts, or every answer would be a new one.
 * @param launchedOn YYYY-MM-DD; null: not launched, or not stated
 * @returns null NOT_STATED without a launch, DENOMINATOR_ZERO up to the launch
 */
export function selfGeneratedPerDay(
  flow: readonly FlowTotal[],
  about: FundFigureSubject,
  launchedOn: string | null,
): Figure {
  const operating = flow.filter(({ phase }) => phase === 'OPERATING');
  const head = headOf(about, launchedOn);
  const completeness = head.completeness ?? [];
  if (launchedOn === null)
    return applyCoverage(nullFigure(head, 'NOT_STATED'), completeness, 'AMOUNT');
  const days = daysSince(launchedOn, lastDayCovered(operating, about.asOf));
  // The calendar is known whatever the records cover, so partial coverage does not blur this zero.
  if (days !== null && days <= 0 && about.coverage !== 'NONE') {
    return nullFigure(head, 'DENOMINATOR_ZERO');
  }
  const figure = ratioFigure(head, {
    numerator: exactAmount(operating.reduce((sum, { inflowFen }) => sum + inflowFen, 0n)),
    denominator: days === null ? null : exactAmount(BigInt(Math.max(days, 0))),
  });
  return applyCoverage(figure, completeness, 'AMOUNT');
}

/** YYYY-MM-DD; null where nothing came in and no instant is asked for. */
function lastDayCovered(operating: readonly FlowTotal[], asOf: Date | null): string | null {
  if (asOf) return shanghaiDate(new Date(asOf.getTime() - 1));
  const last = operating
    .flatMap(({ lastInflowAt }) => lastInflowAt ?? [])
    .sort(byTime)
    .at(-1);
  return last ? shanghaiDate(last) : null;
}

const byTime = (left: Date, right: Date): number => left.getTime() - right.getTime();

function daysSince(launchedOn: string, lastDay: string | null): number | null {
  if (lastDay === null) return null;
  if (lastDay <= launchedOn) return 0;
  return daysOfPeriod(
    periodOf({ from: shanghaiMidnight(launchedOn), to: shanghaiMidnight(lastDay) }),
  );
}

const headOf = (
  { subject, asOf, knownAt, coverage }: FundFigureSubject,
  launchedOn: string | null,
): FigureHead => {
  const from = launchedOn === null ? null : shanghaiMidnight(launchedOn);
  return {
    metric: 'selfGeneratedPerDay',
    unit: 'FEN',
    basis: 'FLOW',
    subject,
    period: from && asOf && asOf <= from ? null : periodOf({ from, to: asOf }),
    asOf,
    knownAt,
    completeness: fundsCompleteness(coverage),
    definition: {
      zh: '日均造血:运行阶段到账现金(分) ÷ 启动以来天数',
      en: 'Self-generated per day: posted cash of the phase OPERATING, fen, ÷ days since the launch',
    },
    definitionVersion: 1,
  };
};
