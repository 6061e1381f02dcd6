import { NullReason } from './null-reason.js';
import { withoutValue, type Ratio } from './ratio.js';
import { Unit } from './unit.js';

// A very small count of people can point at one of them: "1 person helped in this estate" is a person. The
// same is learnt from a share of a small group, and from a table whose total gives the hidden cell away.
// Counts of things are shown, but in a sensitive category each thing counted stands for somebody.

/** Counts of people below this are hidden. */
export const PEOPLE_SHOWN_MIN = 5n;

/** Counts in sensitive categories below this are hidden, whatever they count. */
export const SENSITIVE_SHOWN_MIN = 10n;

/** Ratios over fewer people than this are hidden. */
export const PEOPLE_IN_DENOMINATOR_MIN = 10n;

/** Percentiles of fewer values than this are hidden. */
export const PERCENTILE_VALUES_MIN = 5n;

/** What a count counts. Zero is a small count like any other: "nobody here" also tells of each one here. */
export interface Counted {
  readonly unit: Unit;
  /** Whether the category is one where a single record already says too much (health, minors, …). */
  readonly sensitive?: boolean;
}

/** Whether a count is too small to be shown to those who may not see small numbers. */
export function isSmallCount(count: bigint, { unit, sensitive = false }: Counted): boolean {
  if (sensitive) return count < SENSITIVE_SHOWN_MIN;
  return countsPeople(unit) && count < PEOPLE_SHOWN_MIN;
}

/** Whether a median or another percentile of so few values is hidden. */
export function isSmallSample(valueCount: number): boolean {
  return valueCount < PERCENTILE_VALUES_MIN;
}

/** What the two integers of a ratio count. */
export interface CountedRatio {
  readonly numeratorUnit: Unit;
  /** Null for a count, which has no denominator. */
  readonly denominatorUnit: Unit | null;
  readonly sensitive?: boolean;
}

/**
 * Hides a number that is small, or that rests on few people: value and both integers become null SUPPRESSED.
 * Whether the reader may see small numbers is for the caller to decide, before calling this.
 * @returns the number unchanged where nothing is small, or where it holds nothing to hide
 */
export function suppressSmall<Kind extends Ratio>(ratio: Kind, counted: CountedRatio): Kind {
  return isSmallRatio(ratio, counted) ? withoutValue(ratio, NullReason.SUPPRESSED) : ratio;
}

/**
 * Which cells of a breakdown are hidden: the small ones, and with them the smallest of those still shown, or
 * the total less the shown cells would give the hidden one away. Among equal cells the first of the list.
 * @param cells  the counts, one unit for all; the cells add up to a total that is shown
 * @returns one flag per cell, true where it is hidden
 */
export function smallCellsOf(cells: readonly bigint[], counted: Counted): readonly boolean[] {
  const hidden = cells.map((cell) => isSmallCount(cell, counted));
  if (!hidden.includes(true)) return hidden;
  const nextSmallest = indexOfSmallest(cells, hidden);
  return hidden.map((isHidden, index) => isHidden || index === nextSmallest);
}

function isSmallRatio({ numerator, denominator }: Ratio, counted: CountedRatio): boolean {
  const { numeratorUnit, denominatorUnit, sensitive = false } = counted;
  if (numerator !== null && isSmallCount(numerator, { unit: numeratorUnit, sensitive }))
    return true;
  if (denominator === null || denominatorUnit === null) return false;
  const isOfPeople = sensitive || countsPeople(denominatorUnit);
  return isOfPeople && denominator < PEOPLE_IN_DENOMINATOR_MIN;
}

function indexOfSmallest(cells: readonly bigint[], hidden: readonly boolean[]): number | null {
  return cells.reduce<number | null>((smallest, cell, index) => {
    if (hidden[index]) return smallest;
    return smallest === null || cell < cells[smallest]! ? index : smallest;
  }, null);
}

function countsPeople(unit: Unit): boolean {
  return unit === Unit.PERSON || unit === Unit.FAMILY || unit === Unit.COUPLE;
}
