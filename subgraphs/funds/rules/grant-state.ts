import { labelledEnum, refuse, stateMachine } from '@linju/kit';

/** The states of a grant (after IATI's activity status). */
export const GrantState = {
  PIPELINE: 'PIPELINE',
  APPROVED: 'APPROVED',
  IMPLEMENTATION: 'IMPLEMENTATION',
  SUSPENDED: 'SUSPENDED',
  FINALISATION: 'FINALISATION',
  CLOSED: 'CLOSED',
  CANCELLED: 'CANCELLED',
} as const;
export type GrantState = (typeof GrantState)[keyof typeof GrantState];

labelledEnum(
  GrantState,
  'GrantState',
  { zh: '资助状态', en: 'Where a grant stands.' },
  {
    PIPELINE: { zh: '申请中', en: 'applied for' },
    APPROVED: { zh: '已批准', en: 'approved' },
    IMPLEMENTATION: { zh: '实施中', en: 'under way' },
    SUSPENDED: { zh: '暂停', en: 'suspended' },
    FINALISATION: { zh: '收尾', en: 'being closed' },
    CLOSED: { zh: '已结项', en: 'closed; final' },
    CANCELLED: { zh: '已取消', en: 'cancelled; final' },
  },
);

// PIPELINE -> APPROVED -> IMPLEMENTATION <-> SUSPENDED -> FINALISATION -> CLOSED.
// Until its work is being closed a grant may be CANCELLED. CLOSED and CANCELLED are final.
/** The moves of a grant, as drawn above. */
export const grantStates = stateMachine<GrantState>('Grant', {
  PIPELINE: ['APPROVED', 'CANCELLED'],
  APPROVED: ['IMPLEMENTATION', 'CANCELLED'],
  IMPLEMENTATION: ['SUSPENDED', 'FINALISATION', 'CANCELLED'],
  SUSPENDED: ['IMPLEMENTATION', 'FINALISATION', 'CANCELLED'],
  FINALISATION: ['CLOSED'],
  CLOSED: [],
  CANCELLED: [],
});

const payableStates: readonly GrantState[] = ['APPROVED', 'IMPLEMENTATION', 'FINALISATION'];

/** A grant by its state. */
export interface GrantInState {
  readonly id: string;
  readonly state: GrantState;
}

/** What a payment must know of the grant it belongs to. Amounts in fen. */
export interface PayableGrant extends GrantInState {
  readonly awardedFen: bigint | null;
  /** Posted and pending payments together, less what was corrected. */
  readonly committedFen: bigint;
}

/**
 * Lets a grant be paid in its state: also what was reserved for it before, when it is posted.
 * @throws Refusal RULE_VIOLATED
 */
export function requirePayableState({ id, state }: GrantInState, field: string): void {
  if (payableStates.includes(state)) return;
  refuse('RULE_VIOLATED', {
    field,
    message: `Grant ${id} is ${state}; it is paid while ${payableStates.join(', ')}.`,
  });
}

/**
 * Lets a payment pass that the award still covers.
 * @throws Refusal RULE_VIOLATED, ACCOUNT_OVERDRAWN when more would be paid than was awarded
 */
export function requirePayable(grant: PayableGrant, amountFen: bigint, field: string): void {
  requirePayableState(grant, field);
  const leftFen = (grant.awardedFen ?? 0n) - grant.committedFen;
  if (amountFen <= leftFen) return;
  refuse('ACCOUNT_OVERDRAWN', {
    field,
    message: `Grant ${grant.id} has ${leftFen} fen of its award left; the set pays ${amountFen}.`,
  });
}

/**
 * An award is above zero and not more than was applied for.
 * @throws Refusal AMOUNT_REFUSED
 */
export function requireAward(appliedFen: bigint, awardedFen: bigint | null | undefined): bigint {
  if (awardedFen && awardedFen > 0n && awardedFen <= appliedFen) return awardedFen;
  return refuse('AMOUNT_REFUSED', {
    field: 'awardedFen',
    message: `An approval states what is awarded: 1 to the ${appliedFen} fen applied for.`,
  });
}
