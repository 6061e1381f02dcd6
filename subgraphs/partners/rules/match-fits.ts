import { refuse } from '@linju/kit';

import type { NeedItemState } from './need-item-states.js';
import type { OfferingStatus } from './offering-status.js';

/** What a proposal brings together. */
export interface ProposalFacts {
  readonly need: { readonly state: NeedItemState; readonly category: string };
  readonly partnerId: string;
  /** Null: the partner offers itself without naming a service. */
  readonly offering: {
    readonly partnerId: string;
    readonly serviceKind: string;
    readonly status: OfferingStatus;
  } | null;
  /** Whether any membership of the partner is ACTIVE. */
  readonly isActivePartner: boolean;
}

/**
 * Lets a proposal pass that could be kept: the need is open, the partner active, and the service named is the
 * partner's own, can be had, and is of the kind that is needed.
 * @throws Refusal MOVE_NOT_ALLOWED, RULE_VIOLATED
 */
export function requireFits({ need, partnerId, offering, isActivePartner }: ProposalFacts): void {
  if (need.state !== 'OPEN') {
    refuse('MOVE_NOT_ALLOWED', {
      field: 'needId',
      message: `This need is ${need.state}; matches are proposed for needs that are OPEN.`,
    });
  }
  if (!isActivePartner) {
    refuse('RULE_VIOLATED', {
      field: 'partnerId',
      message: 'No membership of this partner is ACTIVE, so it cannot take on a need.',
    });
  }
  if (offering === null) return;
  if (offering.partnerId !== partnerId || offering.status !== 'ACTIVE') {
    refuse('RULE_VIOLATED', {
      field: 'offeringId',
      message: 'Name a service of this partner that can be had now (ACTIVE), or none.',
    });
  }
  if (offering.serviceKind !== need.category) {
    refuse('RULE_VIOLATED', {
      field: 'offeringId',
      message: `The need is ${need.category}, the service is ${offering.serviceKind}.`,
    });
  }
}
