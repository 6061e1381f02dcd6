import type { ConstraintRefusals } from '@linju/kit';

/** What a broken constraint of this schema means to the person who wrote. */
export const constraintRefusals: ConstraintRefusals = {
  fund_name_unique: {
    code: 'DUPLICATE',
    field: 'name',
    message: 'The district has a fund of this name. Give another name, or use that fund.',
  },
  fund_within_district: {
    code: 'PLACE_MISMATCH',
    field: 'streetCode',
    message: 'The street is not in the district of the fund.',
  },
  pledge_period: {
    code: 'PERIOD_REFUSED',
    field: 'to',
    message: 'A pledge begins before it ends.',
  },
  milestone_met_on_a_day: {
    code: 'RULE_VIOLATED',
    field: 'metOn',
    message: 'A step that is MET or PARTIALLY_MET has a metOn; any other step has none.',
  },
  budget_line_once_per_phase: {
    code: 'DUPLICATE',
    message: 'This line is there already, and final. Enter what changed as phase ADJUSTED.',
  },
  disclosure_corrected_once: {
    code: 'DUPLICATE',
    field: 'disclosureId',
    message: 'This publication was corrected already. Correct its correction.',
  },
  account_fund_id_fkey: {
    code: 'NOT_FOUND',
    field: 'lines',
    message: 'There is no such fund. Check the codes of the accounts.',
  },
  account_not_overdrawn: {
    code: 'ACCOUNT_OVERDRAWN',
    field: 'lines',
    message: 'An account does not hold what the set takes from it. Nothing was posted.',
  },
  transfer_amount_positive: {
    code: 'AMOUNT_REFUSED',
    field: 'lines',
    message: 'An amount is 1 to 1,000,000,000,000 fen.',
  },
  transfer_restricted_purpose: {
    code: 'RESTRICTED_PURPOSE',
    field: 'lines',
    message: 'Restricted money leaves only for its purpose.',
  },
  transfer_corrected_once: {
    code: 'TRANSFER_ALREADY_CORRECTED',
    field: 'transferId',
    message: 'The transfer was taken back by somebody else just now. Correct what replaced it.',
  },
  transfer_set_is_whole: {
    code: 'SET_NOT_BALANCED',
    message: 'A set is posted whole, each transfer with its two entries. Nothing was posted.',
  },
  transfer_set_posted_once: {
    code: 'IDEMPOTENCY_KEY_REUSED',
    field: 'idempotencyKey',
    message: 'Transfers were posted under this key before. Take a new key for a new write.',
  },
  set_resolution_pkey: {
    code: 'MOVE_NOT_ALLOWED',
    field: 'to',
    message: 'The set was resolved by somebody else just now. Look at its state.',
  },
  outcome_weight_within_whole: {
    code: 'RULE_VIOLATED',
    field: 'lines.outcomes',
    message:
      'An outcome would be paid for more than once: its weights over all transfers of the district come to at most 10,000.',
  },
};
