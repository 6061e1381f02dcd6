import { labelledEnum } from '@linju/kit';

/** The ten tests of the Hunan guideline on community charity funds. docs/sources.md has their words. */
export const ComplianceRule = {
  R1: 'R1',
  R2: 'R2',
  R3: 'R3',
  R4: 'R4',
  R5: 'R5',
  R6: 'R6',
  R7: 'R7',
  R8: 'R8',
  R9: 'R9',
  R10: 'R10',
} as const;
export type ComplianceRule = (typeof ComplianceRule)[keyof typeof ComplianceRule];

labelledEnum(
  ComplianceRule,
  'ComplianceRule',
  {
    zh: '合规规则',
    en: 'A test of the Hunan guideline on community charity funds (trial, 2025-01-01 to 2026-12-31).',
  },
  {
    R1: { zh: '依托慈善组织', en: 'a host charity is present and the fund is no legal person' },
    R2: { zh: '不设账户和印章', en: 'no bank account and no seal of its own' },
    R3: { zh: '不设子基金', en: 'no sub-funds' },
    R4: { zh: '管委会不少于五人', en: 'the committee has at least 5 members' },
    R5: { zh: '管委会人数为单数', en: 'the number of members is odd' },
    R6: { zh: '不领报酬', en: 'members are unpaid' },
    R7: { zh: '设监督员', en: 'at least 1 supervisor' },
    R8: { zh: '规范命名', en: 'the name is the host charity’s full name, the place and 慈善基金' },
    R9: { zh: '不独立募捐', en: 'only the host raises funds' },
    R10: { zh: '定期公示', en: 'published regularly: community board, online or media' },
  },
);
