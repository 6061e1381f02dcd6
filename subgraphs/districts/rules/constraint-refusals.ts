import type { ConstraintRefusals } from '@linju/kit';

/** What a broken constraint of this schema means to the person who wrote. */
export const constraintRefusals: ConstraintRefusals = {
  organisation_uscc_unique: {
    code: 'DUPLICATE',
    field: 'uscc',
    message:
      'Another organisation has this unified social credit code. Look it up with organisations(uscc: …).',
  },
  organisation_identifier_pkey: {
    code: 'DUPLICATE',
    field: 'identifiers',
    message: 'Another organisation has one of these identifiers, or one is given twice.',
  },
  community_code_unique: {
    code: 'DUPLICATE',
    field: 'code12',
    message: 'Another community has this 12-digit code.',
  },
  community_code_within_street: {
    code: 'PLACE_MISMATCH',
    field: 'code12',
    message: 'The 12-digit code must begin with the code of the street.',
  },
  facility_fee_with_period: {
    code: 'RULE_VIOLATED',
    field: 'feePeriod',
    message: 'feeFen and feePeriod go together: give both, or neither.',
  },
  policy_term_in_order: {
    code: 'RULE_VIOLATED',
    field: 'effectiveTo',
    message: 'effectiveTo lies before effectiveFrom.',
  },
  merge_without_chain: {
    code: 'MERGE_CYCLE',
    field: 'survivorId',
    message:
      'One of the two records is part of another merge already. Name the records that survive.',
  },
  committee_party_within_members: {
    code: 'RULE_VIOLATED',
    field: 'committeePartyMembers',
    message: 'A committee cannot have more party members than members.',
  },
};
