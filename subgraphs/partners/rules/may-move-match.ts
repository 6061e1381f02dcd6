import { isOfficerOf, refuse, type Viewer } from '@linju/kit';

import { isOwnApp } from './may-read.js';
import type { MatchSide } from './match-side.js';
import type { NeedMatchState } from './need-match-states.js';

/** What decides who may move a match. */
export interface MovableMatch {
  /** The need's district. */
  readonly districtCode: string;
  readonly partnerId: string;
  readonly proposedBy: MatchSide;
  readonly state: NeedMatchState;
}

/**
 * Which side a caller proposes for: the officers of the need's district for the community, an app for its own
 * partner.
 * @throws Refusal NOT_AUTHORISED
 */
export function requireProposer(
  viewer: Viewer,
  { districtCode, partnerId }: Pick<MovableMatch, 'districtCode' | 'partnerId'>,
): MatchSide {
  if (isOfficerOf(viewer, districtCode)) return 'COMMUNITY';
  if (isOwnApp(viewer, partnerId)) return 'PARTNER';
  return refuse('NOT_AUTHORISED', {
    message: `A match is proposed by an officer of district ${districtCode}, or by the partner's own app.`,
  });
}

/**
 * Officers of the need's district make every move, also for partners without an app. An app answers what was
 * proposed to its partner and withdraws what its partner proposed or accepted; it never reports its own delivery.
 * @throws Refusal NOT_AUTHORISED
 */
export function requireMayMoveMatch(viewer: Viewer, match: MovableMatch, to: NeedMatchState): void {
  if (isOfficerOf(viewer, match.districtCode)) return;
  if (isOwnApp(viewer, match.partnerId) && mayPartner(match, to)) return;
  refuse('NOT_AUTHORISED', {
    message: `This move is open to officers of district ${match.districtCode}, or to the other side.`,
  });
}

function mayPartner({ proposedBy, state }: MovableMatch, to: NeedMatchState): boolean {
  if (to === 'WITHDRAWN') return proposedBy === 'PARTNER' || state === 'ACCEPTED';
  return (to === 'ACCEPTED' || to === 'DECLINED') && proposedBy === 'COMMUNITY';
}
