import { isAnalystFor, isOfficerOf, type Viewer } from '@linju/kit';

/** What decides who may see the internal and personal part of a record. */
export interface GuardedRecord {
  /** Null: of no one district; only linju itself and the partner's own app see its inner part. */
  readonly districtCode: string | null;
  readonly partnerId: string;
}

/** Whether internal fields (P1) are open: officers of the district, analysts of its city, the partner's own app. */
export const seesInternalOf = (viewer: Viewer, record: GuardedRecord): boolean =>
  isOfficerOf(viewer, record.districtCode ?? '') ||
  (record.districtCode !== null && isAnalystFor(viewer, record.districtCode)) ||
  isOwnApp(viewer, record.partnerId);

/** Whether the caller is the app that is bound to this partner. */
export const isOwnApp = (viewer: Viewer, partnerId: string): boolean =>
  viewer.role === 'PARTNER_APP' && viewer.partnerId === partnerId;

/** How much of a personal field (P2) a caller is shown. */
export type PersonalView = 'FULL' | 'MASKED' | 'NONE';

/** Officers of the district and the person's own app see all, analysts of the city a mask, others nothing. */
export function personalViewOf(viewer: Viewer, record: GuardedRecord): PersonalView {
  if (isOfficerOf(viewer, record.districtCode ?? '') || isOwnApp(viewer, record.partnerId)) {
    return 'FULL';
  }
  return seesInternalOf(viewer, record) ? 'MASKED' : 'NONE';
}

/** Whether an award may be seen: of an organisation by everybody, of a person by those who see what is internal. */
export const seesAward = (
  viewer: Viewer,
  award: GuardedRecord & { readonly individual: boolean },
): boolean => !award.individual || seesInternalOf(viewer, award);
