import { labelledEnum, refuse } from '@linju/kit';

/** Whether it is known where a partner works from. */
export const PremisesState = {
  KNOWN: 'KNOWN',
  NONE: 'NONE',
  UNKNOWN: 'UNKNOWN',
} as const;
export type PremisesState = (typeof PremisesState)[keyof typeof PremisesState];

labelledEnum(
  PremisesState,
  'PremisesState',
  { zh: '场所登记情况', en: 'Whether it is known where a partner works from.' },
  {
    KNOWN: { zh: '已登记', en: 'premises are listed' },
    NONE: { zh: '无场所', en: 'declared to have none' },
    UNKNOWN: { zh: '未知', en: 'not known; decides nothing' },
  },
);

/**
 * Premises are listed if and only if they are known. "None" is a statement, and not the same as "unknown".
 * @throws Refusal RULE_VIOLATED
 */
export function requirePremisesAgree(state: PremisesState, facilityIds: readonly string[]): void {
  if ((state === 'KNOWN') === facilityIds.length > 0) return;
  refuse('RULE_VIOLATED', {
    field: 'premises',
    message:
      state === 'KNOWN'
        ? 'Premises that are KNOWN are listed: name at least one facility.'
        : `Premises that are ${state} are not listed. Leave the facilities out, or say KNOWN.`,
  });
}
