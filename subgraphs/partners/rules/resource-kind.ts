import { labelledEnum } from '@linju/kit';

/** What somebody can give. */
export const ResourceKind = {
  SPACE: 'SPACE',
  GOODS: 'GOODS',
  SKILL: 'SKILL',
  FUNDS: 'FUNDS',
  TIME: 'TIME',
} as const;
export type ResourceKind = (typeof ResourceKind)[keyof typeof ResourceKind];

labelledEnum(
  ResourceKind,
  'ResourceKind',
  { zh: '资源类别', en: 'What a resource is.' },
  {
    SPACE: { zh: '场地', en: 'rooms and ground' },
    GOODS: { zh: '物资', en: 'goods' },
    SKILL: { zh: '技能', en: 'skill' },
    FUNDS: { zh: '资金', en: 'money' },
    TIME: { zh: '时间', en: 'time' },
  },
);
