import {
  checkValue,
  isSmallCount,
  quantityOf,
  refuse,
  type Quantity,
  type QuantityQualifier,
  type Unit,
} from '@linju/kit';

/** How many founded a fund, as a writer states it. */
export interface WrittenFounders {
  readonly value: number;
  readonly qualifier?: QuantityQualifier | null;
  readonly unit: Unit;
}

const founderUnits: readonly Unit[] = ['PERSON', 'ORGANISATION', 'FIRM', 'UNIT_OR_PERSON'];

/**
 * Reads the founders. Units and persons that the source does not tell apart stay together: a split
 * that nobody stated is never made up.
 * @throws Refusal BAD_USER_INPUT
 */
export function parseFounders(founders: WrittenFounders | null | undefined) {
  if (!founders) return { foundersValue: null, foundersQualifier: null, foundersUnit: null };
  const { value, qualifier, unit } = checkValue('founders', () =>
    quantityOf({ ...founders, qualifier: founders.qualifier ?? 'EXACT' }),
  );
  if (!founderUnits.includes(unit)) {
    refuse('BAD_USER_INPUT', {
      field: 'founders',
      message: `Founders are counted in ${founderUnits.join(', ')}, not in ${unit}.`,
    });
  }
  return { foundersValue: value, foundersQualifier: qualifier, foundersUnit: unit };
}

/** Who decides over a fund, as a writer states it. */
export interface WrittenCommittee {
  readonly members?: number | null;
  readonly unpaid?: boolean | null;
  readonly supervisors?: number | null;
}

/**
 * Reads the committee: totals, each from 0 or not stated.
 * @throws Refusal BAD_USER_INPUT
 */
export const parseCommittee = (committee: WrittenCommittee | null | undefined) => ({
  committeeMembers: parseCount('committee.members', committee?.members),
  committeeUnpaid: committee?.unpaid ?? null,
  committeeSupervisors: parseCount('committee.supervisors', committee?.supervisors),
});

/** Founders as they are stored. */
export interface StoredFounders {
  readonly foundersValue: number | null;
  readonly foundersQualifier: QuantityQualifier | null;
  readonly foundersUnit: Unit | null;
}

/**
 * What a viewer is shown of the founders: a small number of persons points at each of them, so only
 * the officer of the district sees it.
 * @returns null where nothing is stated or may be seen
 */
export function shownFounders(
  { foundersValue, foundersQualifier, foundersUnit }: StoredFounders,
  seesSmallNumbers: boolean,
): Quantity | null {
  if (foundersValue === null || foundersQualifier === null || foundersUnit === null) return null;
  const isSmall = isSmallCount(BigInt(foundersValue), { unit: foundersUnit });
  if (isSmall && !seesSmallNumbers) return null;
  return { value: foundersValue, qualifier: foundersQualifier, unit: foundersUnit };
}

function parseCount(field: string, count: number | null | undefined): number | null {
  if (count === null || count === undefined) return null;
  if (count >= 0 && count <= 1_000) return count;
  return refuse('BAD_USER_INPUT', { field, message: `${field} is 0 to 1,000, or left out.` });
}
