import { refuse } from '@linju/kit';

import type { PartnerType } from './partner-type.js';

/** What a merge must know of each of the two partners. */
export interface MergeSide {
  readonly id: string;
  readonly type: PartnerType;
  readonly districtCode: string | null;
  readonly mergedInto: string | null;
}

/**
 * Two records become one: different, of one type and district, neither merged away before.
 * @throws Refusal MERGE_CYCLE, PLACE_MISMATCH, RULE_VIOLATED
 */
export function requireMergeable(merged: MergeSide, survivor: MergeSide): void {
  if (merged.id === survivor.id || survivor.mergedInto !== null || merged.mergedInto !== null) {
    refuse('MERGE_CYCLE', {
      field: 'survivorId',
      message: 'Name two different records that both still stand.',
    });
  }
  if (merged.districtCode !== survivor.districtCode) {
    refuse('PLACE_MISMATCH', {
      field: 'survivorId',
      message: 'The two partners belong to different districts, so they are not one partner.',
    });
  }
  if (merged.type !== survivor.type) {
    refuse('RULE_VIOLATED', {
      field: 'survivorId',
      message: 'The two partners are of different types, so they are not one partner.',
    });
  }
}
