import { labelledEnum } from '@linju/kit';

/** Whether a scheme takes part in life at all. A condition without moves. */
export const SchemeStatus = {
  PLANNED: 'PLANNED',
  ACTIVE: 'ACTIVE',
  ENDED: 'ENDED',
} as const;
export type SchemeStatus = (typeof SchemeStatus)[keyof typeof SchemeStatus];

labelledEnum(
  SchemeStatus,
  'SchemeStatus',
  { zh: '合伙人计划状况', en: 'Whether a partner scheme is at work.' },
  {
    PLANNED: { zh: '拟设', en: 'announced, not begun' },
    ACTIVE: { zh: '实施中', en: 'at work' },
    ENDED: { zh: '已结束', en: 'ended' },
  },
);
