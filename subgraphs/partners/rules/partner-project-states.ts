import { labelledEnum, refuse, stateMachine } from '@linju/kit';

/** The states of a project. */
export const PartnerProjectState = {
  PLANNED: 'PLANNED',
  ACTIVE: 'ACTIVE',
  PAUSED: 'PAUSED',
  ENDED: 'ENDED',
} as const;
export type PartnerProjectState = (typeof PartnerProjectState)[keyof typeof PartnerProjectState];

labelledEnum(
  PartnerProjectState,
  'PartnerProjectState',
  { zh: '合作项目状态', en: 'Where a partner project stands.' },
  {
    PLANNED: { zh: '筹备中', en: 'planned' },
    ACTIVE: { zh: '进行中', en: 'under way' },
    PAUSED: { zh: '暂停', en: 'resting' },
    ENDED: { zh: '已结束', en: 'ended; final' },
  },
);

/**
 * The moves of a project.
 *
 * PLANNED -> ACTIVE <-> PAUSED, and from each of them -> ENDED.
 */
export const partnerProjectStates = stateMachine<PartnerProjectState>('PartnerProject', {
  PLANNED: ['ACTIVE', 'ENDED'],
  ACTIVE: ['PAUSED', 'ENDED'],
  PAUSED: ['ACTIVE', 'ENDED'],
  ENDED: [],
});

/**
 * A new project is planned or under way; the other states have a past that would be missing.
 * @throws Refusal MOVE_NOT_ALLOWED
 */
export function requireInitialProjectState(state: PartnerProjectState): void {
  if (state === 'PLANNED' || state === 'ACTIVE') return;
  refuse('MOVE_NOT_ALLOWED', {
    field: 'state',
    message: 'A new project is PLANNED or ACTIVE. Start it so, then move it.',
  });
}
