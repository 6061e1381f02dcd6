import type { ConstraintRefusals } from '@linju/kit';

/** What a broken constraint of this schema means to the person who wrote. */
export const constraintRefusals: ConstraintRefusals = {
  partner_one_per_organisation: {
    code: 'DUPLICATE',
    field: 'organisationId',
    message: 'This organisation is a partner already. One partner may have many memberships.',
  },
  partner_type_agrees: {
    code: 'RULE_VIOLATED',
    field: 'type',
    message: 'A partner has exactly one of organisationId and individualProfile.',
  },
  individual_has_profile: {
    code: 'RULE_VIOLATED',
    field: 'individualProfile',
    message: 'A partner of type INDIVIDUAL has an individual profile.',
  },
  merge_without_chain: {
    code: 'MERGE_CYCLE',
    field: 'survivorId',
    message:
      'One of the two records is part of another merge already. Name the records that survive.',
  },
  membership_once_per_scheme: {
    code: 'DUPLICATE',
    field: 'schemeId',
    message: 'This partner has a membership in the scheme that has not ended. End that one first.',
  },
  funding_split_whole: {
    code: 'RULE_VIOLATED',
    field: 'fundingSplitBps',
    message: 'The shares sum to 10,000 basis points.',
  },
  share_needs_beneficiary: {
    code: 'RULE_VIOLATED',
    field: 'beneficiaryAccount',
    message: 'A revenue share goes to an account: send beneficiaryAccount.',
  },
  space_needs_grant: {
    code: 'RULE_VIOLATED',
    field: 'spaceGrant',
    message: 'An agreement SPACE_FOR_RESOURCES says which space is given: send spaceGrant.',
  },
  due_once_per_period: {
    code: 'DUPLICATE',
    field: 'from',
    message: 'A due of this agreement covers part of the period already.',
  },
  award_once_a_year: {
    code: 'CONFLICT',
    field: 'year',
    message: 'Another award of this year was granted at the same moment. Look at it first.',
  },
  award_within_range: {
    code: 'AMOUNT_REFUSED',
    field: 'amountFen',
    message: 'The amount is outside the range of the scheme.',
  },
  need_once_per_request: {
    code: 'DUPLICATE',
    field: 'sourceRequestId',
    message: 'This request has given a need already. Each request gives exactly one.',
  },
  need_match_one_accepted: {
    code: 'CONFLICT',
    field: 'matchId',
    message: 'Another match of this need was accepted first.',
  },
  need_match_once_per_partner: {
    code: 'DUPLICATE',
    field: 'partnerId',
    message: 'A match of this partner with this need is open already.',
  },
};
