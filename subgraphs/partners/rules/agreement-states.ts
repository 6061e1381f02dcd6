import { labelledEnum, refuse, stateMachine } from '@linju/kit';

/** The states of an agreement. */
export const AgreementState = {
  DRAFT: 'DRAFT',
  SIGNED: 'SIGNED',
  IN_FORCE: 'IN_FORCE',
  EXPIRED: 'EXPIRED',
  TERMINATED: 'TERMINATED',
} as const;
export type AgreementState = (typeof AgreementState)[keyof typeof AgreementState];

labelledEnum(
  AgreementState,
  'AgreementState',
  { zh: '合作协议状态', en: 'Where an agreement stands.' },
  {
    DRAFT: { zh: '草拟', en: 'being written' },
    SIGNED: { zh: '已签', en: 'signed' },
    IN_FORCE: { zh: '生效', en: 'in force' },
    EXPIRED: { zh: '期满', en: 'ran out; final' },
    TERMINATED: { zh: '终止', en: 'ended early; final' },
  },
);

/**
 * The moves of an agreement.
 *
 * DRAFT -> SIGNED -> IN_FORCE -> EXPIRED or TERMINATED. What is agreed anew is a new agreement.
 */
export const agreementStates = stateMachine<AgreementState>('Agreement', {
  DRAFT: ['SIGNED'],
  SIGNED: ['IN_FORCE'],
  IN_FORCE: ['EXPIRED', 'TERMINATED'],
  EXPIRED: [],
  TERMINATED: [],
});

/** Whether an agreement binds: signed, and neither run out nor ended. */
export const isBinding = (state: AgreementState): boolean =>
  state === 'SIGNED' || state === 'IN_FORCE';

/**
 * An agreement expires at the end of its period; what ends before is terminated.
 * @param periodTo the first instant after the period; null: no end was agreed
 * @throws Refusal RULE_VIOLATED
 */
export function requireRunOut(to: AgreementState, periodTo: Date | null, at: Date): void {
  if (to !== 'EXPIRED' || (periodTo !== null && periodTo <= at)) return;
  refuse('RULE_VIOLATED', {
    field: 'to',
    message: 'The period of the agreement has not run out. What ends early is TERMINATED.',
  });
}
