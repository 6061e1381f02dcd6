import { labelledEnum, stateMachine } from '@linju/kit';

/** Whether an offered service can be had. */
export const OfferingStatus = {
  ACTIVE: 'ACTIVE',
  TEMPORARILY_CLOSED: 'TEMPORARILY_CLOSED',
  INACTIVE: 'INACTIVE',
  DEFUNCT: 'DEFUNCT',
} as const;
export type OfferingStatus = (typeof OfferingStatus)[keyof typeof OfferingStatus];

labelledEnum(
  OfferingStatus,
  'OfferingStatus',
  { zh: '服务项目状态', en: 'Whether a service can be had.' },
  {
    ACTIVE: { zh: '提供中', en: 'can be had' },
    TEMPORARILY_CLOSED: { zh: '暂停', en: 'not for a time' },
    INACTIVE: { zh: '未提供', en: 'not offered now' },
    DEFUNCT: { zh: '已终止', en: 'no more' },
  },
);

/**
 * The moves of an offered service.
 *
 * ACTIVE, TEMPORARILY_CLOSED and INACTIVE go to each other, and each -> DEFUNCT, which is final: what is
 * offered again after that is a new offering.
 */
export const offeringStates = stateMachine<OfferingStatus>('ServiceOffering', {
  ACTIVE: ['TEMPORARILY_CLOSED', 'INACTIVE', 'DEFUNCT'],
  TEMPORARILY_CLOSED: ['ACTIVE', 'INACTIVE', 'DEFUNCT'],
  INACTIVE: ['ACTIVE', 'TEMPORARILY_CLOSED', 'DEFUNCT'],
  DEFUNCT: [],
});
