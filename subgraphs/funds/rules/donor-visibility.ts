import { labelledEnum } from '@linju/kit';

/** Whether a giver is named in public. */
export const DonorVisibility = {
  NAMED: 'NAMED',
  ANONYMOUS: 'ANONYMOUS',
} as const;
export type DonorVisibility = (typeof DonorVisibility)[keyof typeof DonorVisibility];

labelledEnum(
  DonorVisibility,
  'DonorVisibility',
  { zh: '捐赠方公开方式', en: 'Whether a giver is named in public.' },
  {
    NAMED: { zh: '具名', en: 'named; organisations only' },
    ANONYMOUS: { zh: '匿名', en: 'not named: the default, and always so for individuals' },
  },
);
