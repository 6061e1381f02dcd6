import type { Amount } from './amount.js';
import type { CompletenessPart } from './completeness.js';
import type { Label, LabelsOf } from './label.js';
import type { NullReason } from './null-reason.js';
import type { Period } from './period.js';
import { countOf, nullRatio, ratioOf, type Quotient, type Ratio } from './ratio.js';
import type { ReportedFigure } from './reported-figure.js';
import type { Unit } from './unit.js';

/** Which records a figure takes by their times, or what it takes in their place. */
export const FigureBasis = {
  /** Things that began in the period, followed to asOf. */
  COHORT: 'COHORT',
  /** Things that happened in the period. */
  FLOW: 'FLOW',
  /** Things whose deadline fell in the period. */
  DUE: 'DUE',
  /** The state at asOf. */
  STOCK: 'STOCK',
  /** A total that a document states, there being no records to count. */
  REPORTED_TOTAL: 'REPORTED_TOTAL',
} as const;

/** One of the values of {@link FigureBasis}. */
export type FigureBasis = (typeof FigureBasis)[keyof typeof FigureBasis];

/** Each basis in words. */
export const figureBasisLabels: LabelsOf<FigureBasis> = {
  COHORT: { zh: '期内新发批次', en: 'cohort: begun in the period' },
  FLOW: { zh: '期内发生', en: 'flow: happened in the period' },
  DUE: { zh: '期内到期', en: 'due in the period' },
  STOCK: { zh: '时点存量', en: 'stock: the state at an instant' },
  REPORTED_TOTAL: { zh: '文件所载总数', en: 'total as reported' },
};

/** A second number of a figure: a bucket, a channel, a percentile. */
export interface FigurePart extends Ratio {
  /** Which one, as the definition of the metric names it, such as MEDIAN or P90. */
  readonly key: string;
  /** Its name for people; null where the key is a code or an id that has its own. */
  readonly label: Label | null;
}

/** A published number, with all it takes to read it rightly and to work it out again. */
export interface Figure extends Ratio {
  /** Name of the metric in camelCase, the same as its field. */
  readonly metric: string;
  readonly basis: FigureBasis;
  /** Which reading of the definition; null: it has only one. */
  readonly variant: string | null;
  /** Code or id of what the figure is about. */
  readonly subject: string;
  /** Null: no span (a stock). */
  readonly period: Period | null;
  /** What had happened before this instant counts. Null: latest. */
  readonly asOf: Date | null;
  /** What had been recorded by this instant counts. Null: latest. */
  readonly knownAt: Date | null;
  readonly completeness: readonly CompletenessPart[];
  readonly parts: readonly FigurePart[];
  /** What sources state about the same thing; shown beside the value, never an input to it. */
  readonly claims: readonly ReportedFigure[];
  readonly definition: Label;
  /** Counts from 1 and rises with every change of the definition. */
  readonly definitionVersion: number;
}

/** All of a figure but its numbers. What is left out is null, empty, or a scale of "1". */
export interface FigureHead {
  readonly metric: string;
  readonly unit: Unit;
  readonly scale?: string;
  readonly basis: FigureBasis;
  readonly variant?: string | null;
  readonly subject: string;
  readonly period?: Period | null;
  readonly asOf?: Date | null;
  readonly knownAt?: Date | null;
  readonly completeness?: readonly CompletenessPart[];
  readonly parts?: readonly FigurePart[];
  readonly claims?: readonly ReportedFigure[];
  readonly definition: Label;
  readonly definitionVersion: number;
}

/**
 * A figure that divides: a share, a rate per head, an average. Null with DENOMINATOR_ZERO or
 * DENOMINATOR_UNKNOWN where it cannot.
 * @throws ValueError on a negative denominator, or a scale that is not one
 */
export function ratioFigure(head: FigureHead, quotient: Quotient): Figure {
  return figureOf(head, ratioOf(head, quotient));
}

/**
 * A figure that counts or sums; its denominator is null. A median in days is one too: seconds with the scale
 * "1/86400".
 * @throws ValueError on a scale that is not one
 */
export function countFigure(head: FigureHead, amount: Amount): Figure {
  return figureOf(head, countOf(head, amount));
}

/** A figure without a value, and why. */
export function nullFigure(head: FigureHead, reason: NullReason): Figure {
  return figureOf(head, nullRatio(head, reason));
}

/** Names a number as a part of a figure. */
export function figurePart(key: string, ratio: Ratio, label: Label | null = null): FigurePart {
  return { ...ratio, key, label };
}

function figureOf(head: FigureHead, ratio: Ratio): Figure {
  return {
    ...ratio,
    metric: head.metric,
    basis: head.basis,
    variant: head.variant ?? null,
    subject: head.subject,
    period: head.period ?? null,
    asOf: head.asOf ?? null,
    knownAt: head.knownAt ?? null,
    completeness: head.completeness ?? [],
    parts: head.parts ?? [],
    claims: head.claims ?? [],
    definition: head.definition,
    definitionVersion: head.definitionVersion,
  };
}
