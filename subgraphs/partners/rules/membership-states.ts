import { labelledEnum, refuse, stateMachine } from '@linju/kit';

/** The states of a membership. */
export const MembershipState = {
  APPLIED: 'APPLIED',
  UNDER_REVIEW: 'UNDER_REVIEW',
  ADMITTED: 'ADMITTED',
  AGREEMENT_SIGNED: 'AGREEMENT_SIGNED',
  ACTIVE: 'ACTIVE',
  SUSPENDED: 'SUSPENDED',
  EXITED: 'EXITED',
  REJECTED: 'REJECTED',
} as const;
export type MembershipState = (typeof MembershipState)[keyof typeof MembershipState];

labelledEnum(
  MembershipState,
  'MembershipState',
  { zh: '合伙人资格状态', en: 'Where a membership stands.' },
  {
    APPLIED: { zh: '已申请', en: 'applied' },
    UNDER_REVIEW: { zh: '审核中', en: 'under review' },
    ADMITTED: { zh: '已准入', en: 'admitted' },
    AGREEMENT_SIGNED: { zh: '已签约', en: 'agreement signed' },
    ACTIVE: { zh: '合作中', en: 'active' },
    SUSPENDED: { zh: '暂停', en: 'suspended' },
    EXITED: { zh: '已退出', en: 'left; final' },
    REJECTED: { zh: '未通过', en: 'rejected; final' },
  },
);

/**
 * The moves of a membership.
 *
 * APPLIED -> UNDER_REVIEW -> ADMITTED -> AGREEMENT_SIGNED -> ACTIVE <-> SUSPENDED, and from either -> EXITED.
 * UNDER_REVIEW -> REJECTED. ADMITTED -> ACTIVE is for individuals only: see activation.ts. Who was rejected or
 * has left applies again, with a new membership.
 */
export const membershipStates = stateMachine<MembershipState>('Membership', {
  APPLIED: ['UNDER_REVIEW'],
  UNDER_REVIEW: ['ADMITTED', 'REJECTED'],
  ADMITTED: ['AGREEMENT_SIGNED', 'ACTIVE'],
  AGREEMENT_SIGNED: ['ACTIVE'],
  ACTIVE: ['SUSPENDED', 'EXITED'],
  SUSPENDED: ['ACTIVE', 'EXITED'],
  EXITED: [],
  REJECTED: [],
});

// These three put somebody out or at rest, who may ask why.
const needReason: readonly MembershipState[] = ['REJECTED', 'SUSPENDED', 'EXITED'];

/**
 * A move that ends or rests a membership says why.
 * @throws Refusal BAD_USER_INPUT
 */
export function requireReason(to: MembershipState, reason: string | null): void {
  if (reason !== null || !needReason.includes(to)) return;
  refuse('BAD_USER_INPUT', { field: 'reason', message: `Say why the membership becomes ${to}.` });
}
