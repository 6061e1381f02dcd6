import { labelledEnum } from '@linju/kit';

/** What a rule found. */
export const FindingResult = {
  MET: 'MET',
  NOT_MET: 'NOT_MET',
  UNKNOWN: 'UNKNOWN',
} as const;
export type FindingResult = (typeof FindingResult)[keyof typeof FindingResult];

labelledEnum(
  FindingResult,
  'FindingResult',
  { zh: '认定结果', en: 'What a rule found.' },
  {
    MET: { zh: '符合', en: 'met' },
    NOT_MET: { zh: '不符合', en: 'not met' },
    UNKNOWN: { zh: '未知', en: 'not known' },
  },
);
