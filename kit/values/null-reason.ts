import type { LabelsOf } from './label.js';

/**
 * Why there is no value. A null without its reason is a bug: readers must be able to tell "nobody said" from
 * "you may not see it" and from "there is nothing to divide by".
 */
export const NullReason = {
  /** The source speaks of the thing but not of this detail. */
  NOT_STATED: 'NOT_STATED',
  /** The thing exists, its official code is not known to us. */
  CODE_UNKNOWN: 'CODE_UNKNOWN',
  /** A ratio whose denominator nobody has published for this place and vintage. */
  DENOMINATOR_UNKNOWN: 'DENOMINATOR_UNKNOWN',
  /** A ratio over nothing: never shown as 0 % or 100 %. */
  DENOMINATOR_ZERO: 'DENOMINATOR_ZERO',
  /** No data set covers the question, or the part of the system that holds it is away. */
  SOURCE_MISSING: 'SOURCE_MISSING',
  /** Known, but so small a number that it could point at a person. */
  SUPPRESSED: 'SUPPRESSED',
  /** Known, but not to this caller. */
  NOT_AUTHORISED: 'NOT_AUTHORISED',
  /** The question has no meaning for this kind of subject. */
  NOT_APPLICABLE: 'NOT_APPLICABLE',
} as const;

/** One of the values of {@link NullReason}. */
export type NullReason = (typeof NullReason)[keyof typeof NullReason];

/** Each reason in words that a dashboard can print in the place of the number. */
export const nullReasonLabels: LabelsOf<NullReason> = {
  NOT_STATED: { zh: '来源未说明', en: 'not stated by the source' },
  CODE_UNKNOWN: { zh: '代码未知', en: 'code unknown' },
  DENOMINATOR_UNKNOWN: { zh: '分母未知', en: 'denominator unknown' },
  DENOMINATOR_ZERO: { zh: '分母为零', en: 'denominator is zero' },
  SOURCE_MISSING: { zh: '缺少数据来源', en: 'no data source' },
  SUPPRESSED: { zh: '数值过小,不予显示', en: 'suppressed: the number is too small' },
  NOT_AUTHORISED: { zh: '无权查看', en: 'not authorised' },
  NOT_APPLICABLE: { zh: '不适用', en: 'not applicable' },
};
