import { refuse } from '@linju/kit';

import type { MembershipState } from './membership-states.js';
import type { PartnerType } from './partner-type.js';

/** What the agreement has to do with a move of a membership. */
export interface ActivationFacts {
  readonly from: MembershipState;
  readonly to: MembershipState;
  readonly partnerType: PartnerType;
  /** Whether an agreement of this membership is SIGNED or IN_FORCE. */
  readonly hasBindingAgreement: boolean;
}

/**
 * The part of the agreement in a membership: it is signed only when an agreement is; a person may be active
 * without one; a commercial partner never, also not when it comes back from a suspension.
 * @throws Refusal RULE_VIOLATED
 */
export function requireAgreementWhereDue(facts: ActivationFacts): void {
  const { from, to, partnerType, hasBindingAgreement } = facts;
  if (to === 'AGREEMENT_SIGNED' && !hasBindingAgreement) {
    refuse('RULE_VIOLATED', {
      field: 'to',
      message: 'No agreement of this membership is signed. Draft one and move it to SIGNED first.',
    });
  }
  if (to !== 'ACTIVE' || hasBindingAgreement || partnerType === 'INDIVIDUAL') return;
  if (partnerType === 'COMMERCIAL' || from === 'ADMITTED') {
    refuse('RULE_VIOLATED', {
      field: 'to',
      message: `A ${partnerType} partner becomes active under a signed agreement. Draft one and sign it first.`,
    });
  }
}
