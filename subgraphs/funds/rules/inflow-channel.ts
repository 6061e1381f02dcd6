import { labelledEnum, type LabelsOf } from '@linju/kit';

/** The ways in which money comes into a fund. */
export const InflowChannel = {
  DIRECTED: 'DIRECTED',
  CONSUMPTION: 'CONSUMPTION',
  MONTHLY: 'MONTHLY',
  SERVICE: 'SERVICE',
  GOODS_SALE: 'GOODS_SALE',
  REVENUE_SHARE: 'REVENUE_SHARE',
  CAPITAL: 'CAPITAL',
  SERVICE_FEE: 'SERVICE_FEE',
  GOVERNMENT: 'GOVERNMENT',
  OTHER: 'OTHER',
  NOT_STATED: 'NOT_STATED',
} as const;
export type InflowChannel = (typeof InflowChannel)[keyof typeof InflowChannel];

/** Each channel in words, 中文 as the funds themselves write it. */
export const inflowChannelLabels: LabelsOf<InflowChannel> = {
  DIRECTED: { zh: '定向捐', en: 'given for a named fund or purpose' },
  CONSUMPTION: { zh: '消费捐', en: 'a part of what customers spend' },
  MONTHLY: { zh: '月月捐', en: 'monthly giving' },
  SERVICE: { zh: '服务捐', en: 'proceeds of a service' },
  GOODS_SALE: { zh: '慈善超市义卖', en: 'sale of donated goods' },
  REVENUE_SHARE: { zh: '收益反哺', en: 'a partner’s share of revenue' },
  CAPITAL: { zh: '资金注入', en: 'capital put in by a partner' },
  SERVICE_FEE: { zh: '服务收费', en: 'fees of users' },
  GOVERNMENT: { zh: '财政/惠民资金', en: 'public money' },
  OTHER: { zh: '其他', en: 'known, and none of these' },
  NOT_STATED: { zh: '未说明', en: 'the source does not say' },
};

labelledEnum(
  InflowChannel,
  'InflowChannel',
  { zh: '资金渠道', en: 'The way in which money comes into a fund.' },
  inflowChannelLabels,
);

/** The channels by which a fund earns money itself, under the strict reading of M10. */
export const earningChannels: readonly InflowChannel[] = [
  'GOODS_SALE',
  'SERVICE_FEE',
  'REVENUE_SHARE',
  'CONSUMPTION',
];
