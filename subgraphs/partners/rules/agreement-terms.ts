import { BASIS_POINTS_WHOLE, refuse } from '@linju/kit';

import type { BeneficiaryKind } from './beneficiary-kind.js';
import type { CooperationMode } from './cooperation-mode.js';
import type { PriceTier } from './price-tier.js';

/** The shares of community, partner and others in what a project costs, in basis points. */
export interface FundingShares {
  readonly community: number;
  readonly partner: number;
  readonly other: number;
}

/**
 * Lets a split pass that divides the whole: each share 0 to 10,000 basis points, 10,000 in all.
 * @throws Refusal RULE_VIOLATED
 */
export function requireWholeSplit({ community, partner, other }: FundingShares): void {
  const shares = [community, partner, other];
  const sumBps = shares.reduce((sum, share) => sum + share, 0);
  if (shares.every((share) => share >= 0) && sumBps === BASIS_POINTS_WHOLE) return;
  refuse('RULE_VIOLATED', {
    field: 'fundingSplitBps',
    message: `The shares are 0 or more and sum to 10,000 basis points; these sum to ${sumBps}.`,
  });
}

/** A room that an agreement gives, and at what price. */
export interface SpaceTerms {
  readonly feeTier: PriceTier;
  readonly feeFen?: bigint | null | undefined;
}

/**
 * Space for resources names the space; a free space has no fee.
 * @throws Refusal RULE_VIOLATED
 */
export function requireSpaceTerms(
  mode: CooperationMode,
  space: SpaceTerms | null | undefined,
): void {
  if (mode === 'SPACE_FOR_RESOURCES' && !space) {
    refuse('RULE_VIOLATED', {
      field: 'spaceGrant',
      message: 'An agreement SPACE_FOR_RESOURCES says which space is given: send spaceGrant.',
    });
  }
  if (space?.feeTier === 'FREE' && space.feeFen) {
    refuse('RULE_VIOLATED', {
      field: 'spaceGrant.feeFen',
      message: 'A space that is FREE has no fee. Leave feeFen out, or choose another tier.',
    });
  }
}

/** Which account a revenue share goes to. */
export interface BeneficiaryTerms {
  readonly kind: BeneficiaryKind;
  readonly fundId?: string | null | undefined;
  readonly organisationId?: string | null | undefined;
}

/**
 * A revenue share goes somewhere, and the account is named as its kind wants it.
 * @param shareBps 0 to 10,000
 * @throws Refusal RULE_VIOLATED, BAD_USER_INPUT
 */
export function requireBeneficiary(
  shareBps: number,
  account: BeneficiaryTerms | null | undefined,
): void {
  if (shareBps < 0 || shareBps > BASIS_POINTS_WHOLE) {
    refuse('BAD_USER_INPUT', {
      field: 'revenueShareBps',
      message: 'A revenue share is 0 to 10,000 basis points.',
    });
  }
  if (shareBps > 0 && !account) {
    refuse('RULE_VIOLATED', {
      field: 'beneficiaryAccount',
      message: 'A revenue share goes to an account: send beneficiaryAccount.',
    });
  }
  if (account && !isNamedByKind(account)) {
    refuse('RULE_VIOLATED', {
      field: 'beneficiaryAccount',
      message: 'COMMUNITY_FUND names fundId only, STREET_SERVICE_CENTRE names organisationId only.',
    });
  }
}

const isNamedByKind = ({ kind, fundId, organisationId }: BeneficiaryTerms): boolean =>
  kind === 'COMMUNITY_FUND'
    ? Boolean(fundId) && !organisationId
    : Boolean(organisationId) && !fundId;
