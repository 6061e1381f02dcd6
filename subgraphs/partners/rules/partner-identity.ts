import { refuse } from '@linju/kit';

import type { PartnerType } from './partner-type.js';

/** Who stands behind a partner, as a writer says it. */
export interface WrittenIdentity {
  readonly type: PartnerType;
  readonly organisationId?: string | null | undefined;
  readonly individualProfile?: object | null | undefined;
}

/**
 * A partner is an organisation or a person, never both and never neither; a person if and only if its type is
 * INDIVIDUAL.
 * @throws Refusal RULE_VIOLATED
 */
export function requireOneIdentity({
  type,
  organisationId,
  individualProfile,
}: WrittenIdentity): void {
  const isPerson = Boolean(individualProfile);
  if (isPerson === Boolean(organisationId)) {
    refuse('RULE_VIOLATED', {
      field: isPerson ? 'individualProfile' : 'organisationId',
      message: 'A partner has exactly one of organisationId and individualProfile.',
    });
  }
  if (isPerson === (type === 'INDIVIDUAL')) return;
  refuse('RULE_VIOLATED', {
    field: 'type',
    message: isPerson
      ? 'A partner with an individual profile is of type INDIVIDUAL.'
      : 'A partner of type INDIVIDUAL has an individual profile and no organisation.',
  });
}
