import { describeReceived } from './describe-received.js';
import type { LabelsOf } from './label.js';
import type { Period } from './period.js';
import type { Provenance } from './provenance.js';
import type { Quantity } from './quantity.js';
import { ValueError } from './value-error.js';

/** What a number found in a source is worth. */
export const ReportedFigureKind = {
  /** Stated by a source about something it could count. */
  FACT: 'FACT',
  /** A success rate or achievement somebody states of their own work; never an input to a figure. */
  CLAIM: 'CLAIM',
  /** A number from elsewhere, to compare with. */
  BENCHMARK: 'BENCHMARK',
} as const;

/** One of the values of {@link ReportedFigureKind}. */
export type ReportedFigureKind = (typeof ReportedFigureKind)[keyof typeof ReportedFigureKind];

/** Each kind in words. */
export const reportedFigureKindLabels: LabelsOf<ReportedFigureKind> = {
  FACT: { zh: '报道事实', en: 'reported fact' },
  CLAIM: { zh: '自述成绩', en: 'claim' },
  BENCHMARK: { zh: '外部参照', en: 'benchmark' },
};

/** A number as a source prints it. It stands beside the records on its subject and is never added to them. */
export interface ReportedFigure {
  /** What is counted, in camelCase, such as `residentsServed`. */
  readonly key: string;
  readonly quantity: Quantity;
  /** The span it covers; null where the source gives an instant or nothing. */
  readonly period: Period | null;
  /** The instant it holds for; null where the source gives a span or nothing. */
  readonly asOf: Date | null;
  readonly kind: ReportedFigureKind;
  readonly provenance: Provenance;
}

const KEY = /^[a-z][A-Za-z0-9]{0,63}$/;

/**
 * Checks a reported figure.
 * @throws ValueError if the key is not camelCase of at most 64 letters and digits, or if both a period and an
 *         instant are given
 */
export function reportedFigureOf(parts: ReportedFigure): ReportedFigure {
  if (!KEY.test(parts.key)) {
    throw new ValueError(
      `The key of a reported figure is camelCase of at most 64 letters and digits; received ` +
        `${describeReceived(parts.key)}.`,
      parts.key,
    );
  }
  if (parts.period && parts.asOf) {
    throw new ValueError(
      'A reported figure covers a period or holds for an instant: send one of them.',
      parts,
    );
  }
  return parts;
}
