import { refuse } from '@linju/kit';

import type { PartnerType } from './partner-type.js';
import type { SchemeStatus } from './scheme-status.js';

/** What a scheme says of who may become a member. */
export interface SchemeTerms {
  readonly status: SchemeStatus;
  /** Empty: not stated, so nobody is turned away for it. */
  readonly partnerTypes: readonly PartnerType[];
  readonly districtCode: string | null;
  readonly cityCode: string;
}

/**
 * Lets a partner apply whom the scheme takes: the scheme is at work, in the partner's city, for its type.
 * @throws Refusal RULE_VIOLATED, PLACE_MISMATCH
 */
export function requireAccepts(
  scheme: SchemeTerms,
  partner: { readonly type: PartnerType; readonly cityCode: string },
): void {
  if (scheme.status !== 'ACTIVE') {
    refuse('RULE_VIOLATED', {
      field: 'schemeId',
      message: `This scheme is ${scheme.status}; it takes no applications.`,
    });
  }
  if (scheme.cityCode !== partner.cityCode) {
    refuse('PLACE_MISMATCH', {
      field: 'schemeId',
      message: `This scheme is of city ${scheme.cityCode}, the partner of ${partner.cityCode}.`,
    });
  }
  if (scheme.partnerTypes.length > 0 && !scheme.partnerTypes.includes(partner.type)) {
    refuse('RULE_VIOLATED', {
      field: 'schemeId',
      message: `This scheme takes ${scheme.partnerTypes.join(', ')} partners, not ${partner.type}.`,
    });
  }
}
