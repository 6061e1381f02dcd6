import { labelledEnum } from '@linju/kit';

/** The two kinds of community funds. */
export const FundKind = {
  COMMUNITY_CHARITY_FUND: 'COMMUNITY_CHARITY_FUND',
  COMMUNITY_DEVELOPMENT_FUND: 'COMMUNITY_DEVELOPMENT_FUND',
} as const;
export type FundKind = (typeof FundKind)[keyof typeof FundKind];

labelledEnum(
  FundKind,
  'FundKind',
  { zh: '基金类别', en: 'Which kind of community fund it is.' },
  {
    COMMUNITY_CHARITY_FUND: { zh: '社区公益/慈善基金', en: 'community charity fund' },
    COMMUNITY_DEVELOPMENT_FUND: { zh: '社区发展基金', en: 'community development fund' },
  },
);
