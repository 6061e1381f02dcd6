import { labelledEnum } from '@linju/kit';

/** The kinds of accounts, each with its form of code. */
export const AccountKind = {
  WORLD: 'WORLD',
  FUND_CASH: 'FUND_CASH',
  FUND_IN_KIND: 'FUND_IN_KIND',
  FUND_RESTRICTED: 'FUND_RESTRICTED',
  PARTNER_SHARE_DUE: 'PARTNER_SHARE_DUE',
  STREET_SERVICE_CENTRE: 'STREET_SERVICE_CENTRE',
  GOV_BENEFIT: 'GOV_BENEFIT',
  USE: 'USE',
} as const;
export type AccountKind = (typeof AccountKind)[keyof typeof AccountKind];

labelledEnum(
  AccountKind,
  'AccountKind',
  { zh: '账户类别', en: 'What an account is for.' },
  {
    WORLD: { zh: '外部', en: 'outside linju, one per kind of donor; has no balance' },
    FUND_CASH: { zh: '基金现金', en: 'cash of a fund' },
    FUND_IN_KIND: { zh: '基金物资', en: 'goods of a fund at a stated value' },
    FUND_RESTRICTED: { zh: '基金限定用途', en: 'money that leaves only for its purpose' },
    PARTNER_SHARE_DUE: {
      zh: '合伙人应付反哺',
      en: 'a partner’s share of revenue on its way, in the books of one district',
    },
    STREET_SERVICE_CENTRE: { zh: '街道社会服务中心', en: 'a street’s service centre' },
    GOV_BENEFIT: { zh: '惠民资金', en: 'benefit money of a place' },
    USE: { zh: '使用', en: 'money spent for a purpose; has no balance' },
  },
);

/** A kind of account that keeps a balance, and so a row. */
export type StoredAccountKind = Exclude<AccountKind, 'WORLD' | 'USE'>;
