import { labelledEnum, refuse, stateMachine } from '@linju/kit';

/** The states of a facility. */
export const FacilityStatus = {
  PLANNED: 'PLANNED',
  OPEN: 'OPEN',
  TEMPORARILY_CLOSED: 'TEMPORARILY_CLOSED',
  CLOSED: 'CLOSED',
} as const;
export type FacilityStatus = (typeof FacilityStatus)[keyof typeof FacilityStatus];

labelledEnum(
  FacilityStatus,
  'FacilityStatus',
  { zh: '设施状态', en: 'Whether a facility can be used.' },
  {
    PLANNED: { zh: '规划中', en: 'planned' },
    OPEN: { zh: '开放', en: 'open' },
    TEMPORARILY_CLOSED: { zh: '暂停开放', en: 'closed for a time' },
    CLOSED: { zh: '关闭', en: 'closed for good' },
  },
);

// PLANNED -> OPEN <-> TEMPORARILY_CLOSED, and from each of them -> CLOSED, which is final: what opens
// again after that is a new facility.
/** The moves of a facility's status. */
export const facilityStates = stateMachine<FacilityStatus>('Facility', {
  PLANNED: ['OPEN', 'CLOSED'],
  OPEN: ['TEMPORARILY_CLOSED', 'CLOSED'],
  TEMPORARILY_CLOSED: ['OPEN', 'CLOSED'],
  CLOSED: [],
});

/**
 * A new facility is planned or open; the other states have a past that would be missing.
 * @throws Refusal MOVE_NOT_ALLOWED
 */
export function requireInitialStatus(status: FacilityStatus): void {
  if (status === 'PLANNED' || status === 'OPEN') return;
  refuse('MOVE_NOT_ALLOWED', {
    field: 'status',
    message: 'A new facility is PLANNED or OPEN. Register it so, then move it.',
  });
}
