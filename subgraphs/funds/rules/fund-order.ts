import { labelledEnum } from '@linju/kit';

/** The orders of a list of funds. */
export const FundOrder = {
  NAME: 'NAME',
  LAUNCHED_ON_DESC: 'LAUNCHED_ON_DESC',
} as const;
export type FundOrder = (typeof FundOrder)[keyof typeof FundOrder];

labelledEnum(
  FundOrder,
  'FundOrder',
  { zh: '基金排序', en: 'How a list of funds is ordered.' },
  {
    NAME: { zh: '名称', en: 'by name' },
    LAUNCHED_ON_DESC: {
      zh: '启动日期',
      en: 'the one launched last first; funds without a launch at the end',
    },
  },
);
