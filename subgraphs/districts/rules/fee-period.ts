import { labelledEnum, refuse } from '@linju/kit';

/** What the fee of a facility is paid for. */
export const FeePeriod = {
  ONCE: 'ONCE',
  HOUR: 'HOUR',
  DAY: 'DAY',
  MONTH: 'MONTH',
  YEAR: 'YEAR',
} as const;
export type FeePeriod = (typeof FeePeriod)[keyof typeof FeePeriod];

labelledEnum(
  FeePeriod,
  'FeePeriod',
  { zh: '收费周期', en: 'What a fee is paid for.' },
  {
    ONCE: { zh: '次', en: 'each visit' },
    HOUR: { zh: '小时', en: 'an hour' },
    DAY: { zh: '天', en: 'a day' },
    MONTH: { zh: '月', en: 'a month' },
    YEAR: { zh: '年', en: 'a year' },
  },
);

/** A fee as a writer states it. */
export interface WrittenFee {
  readonly feeFen?: bigint | null | undefined;
  readonly feePeriod?: FeePeriod | null | undefined;
}

/**
 * A fee says what it is paid for, and a period without a fee says nothing.
 * @returns both, or null for both
 * @throws Refusal RULE_VIOLATED
 */
export function requireFee({ feeFen = null, feePeriod = null }: WrittenFee) {
  if ((feeFen === null) === (feePeriod === null)) return { feeFen, feePeriod };
  return refuse('RULE_VIOLATED', {
    field: feeFen === null ? 'feeFen' : 'feePeriod',
    message: 'feeFen and feePeriod go together: give both, or neither.',
  });
}
