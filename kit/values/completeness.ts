import type { LabelsOf } from './label.js';
import { ValueError } from './value-error.js';

/** How much of what there is our records of one kind cover, in one place. */
export const Coverage = {
  FULL: 'FULL',
  PARTIAL: 'PARTIAL',
  NONE: 'NONE',
} as const;

/** One of the values of {@link Coverage}. */
export type Coverage = (typeof Coverage)[keyof typeof Coverage];

/** Each degree in words. */
export const coverageLabels: LabelsOf<Coverage> = {
  FULL: { zh: '全部覆盖', en: 'full' },
  PARTIAL: { zh: '部分覆盖', en: 'partial' },
  NONE: { zh: '未覆盖', en: 'none' },
};

/** Whether a part of the graph answered, and from how fresh a state. */
export const CompletenessState = {
  OK: 'OK',
  /** Answered from a copy that lags behind; its age stands beside it. */
  STALE: 'STALE',
  /** Did not answer. */
  MISSING: 'MISSING',
} as const;

/** One of the values of {@link CompletenessState}. */
export type CompletenessState = (typeof CompletenessState)[keyof typeof CompletenessState];

/** Each state in words. */
export const completenessStateLabels: LabelsOf<CompletenessState> = {
  OK: { zh: '正常', en: 'ok' },
  STALE: { zh: '数据滞后', en: 'stale' },
  MISSING: { zh: '缺失', en: 'missing' },
};

/** What one subgraph contributed to a figure. A figure has one part for each subgraph it needs. */
export interface CompletenessPart {
  readonly subgraph: string;
  readonly state: CompletenessState;
  /** Age of a STALE state in whole seconds; null otherwise. */
  readonly ageSeconds: number | null;
  /** The least coverage of the record kinds taken from here. Null: unknown, the subgraph did not answer. */
  readonly coverage: Coverage | null;
  /** Share of the asked places that are covered, 0 to 1. Null: unknown. */
  readonly share: number | null;
}

/**
 * Checks a part.
 * @throws ValueError if the age is not a whole number from 0, if STALE has no age or another state has one,
 *         or if the share is not within 0 to 1
 */
export function completenessPartOf(part: CompletenessPart): CompletenessPart {
  const { state, ageSeconds, share } = part;
  const isAge = ageSeconds === null || (Number.isSafeInteger(ageSeconds) && ageSeconds >= 0);
  if (!isAge || (state === CompletenessState.STALE) !== (ageSeconds !== null)) {
    throw new ValueError('A stale part, and no other, states its age in whole seconds.', part);
  }
  if (share !== null && !(share >= 0 && share <= 1)) {
    throw new ValueError('The share covered is a number from 0 to 1, or null.', part);
  }
  return part;
}

/**
 * The coverage of a figure: the least that any of its parts has.
 * @returns NONE also where a part's coverage is unknown, and for no parts at all: what nobody vouches for is
 *          not covered
 */
export function leastCoverage(parts: readonly CompletenessPart[]): Coverage {
  const degrees = parts.map(({ coverage }) => coverage ?? Coverage.NONE);
  if (degrees.length === 0 || degrees.includes(Coverage.NONE)) return Coverage.NONE;
  return degrees.includes(Coverage.PARTIAL) ? Coverage.PARTIAL : Coverage.FULL;
}
