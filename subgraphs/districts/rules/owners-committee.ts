import { isOfficerOf, isSmallCount, smallCellsOf, type NullReason, type Viewer } from '@linju/kit';

/** The two counts of an owners' committee; null where not stated. */
export interface OwnersCommitteeCounts {
  readonly members: number | null;
  readonly partyMembers: number | null;
}

/** The same as a viewer may see them, with why a count is null. */
export interface ShownOwnersCommittee extends OwnersCommitteeCounts {
  readonly reasonIfNull: NullReason | null;
}

/**
 * Hides counts so small that they point at people, from all but the officers of the district. Members
 * and party members together tell those who are not in the party, so that count must not be small either.
 * @returns null where no committee is stated
 */
export function ownersCommitteeFor(
  viewer: Viewer,
  districtCode: string,
  stated: OwnersCommitteeCounts,
): ShownOwnersCommittee | null {
  const { members, partyMembers } = stated;
  if (members === null && partyMembers === null) return null;
  const shown = isOfficerOf(viewer, districtCode) ? stated : withoutSmallCounts(stated);
  const hidesSome = shown.members !== members || shown.partyMembers !== partyMembers;
  const lacksSome = members === null || partyMembers === null;
  return { ...shown, reasonIfNull: hidesSome ? 'SUPPRESSED' : lacksSome ? 'NOT_STATED' : null };
}

const people = { unit: 'PERSON' } as const;

function withoutSmallCounts({ members, partyMembers }: OwnersCommitteeCounts) {
  if (members !== null && isSmallCount(BigInt(members), people)) {
    return { members: null, partyMembers: null };
  }
  return { members, partyMembers: isTelling(members, partyMembers) ? null : partyMembers };
}

function isTelling(members: number | null, partyMembers: number | null): boolean {
  if (partyMembers === null) return false;
  const cells = members === null ? [partyMembers] : [partyMembers, members - partyMembers];
  return smallCellsOf(cells.map(BigInt), people).includes(true);
}
