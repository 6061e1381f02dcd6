import { labelledEnum, stateMachine } from '@linju/kit';

/** The states of a pledge. */
export const PledgeState = { ACTIVE: 'ACTIVE', PAUSED: 'PAUSED', ENDED: 'ENDED' } as const;
export type PledgeState = (typeof PledgeState)[keyof typeof PledgeState];

labelledEnum(
  PledgeState,
  'PledgeState',
  { zh: '认捐状态', en: 'Whether a pledge is running.' },
  {
    ACTIVE: { zh: '进行中', en: 'running' },
    PAUSED: { zh: '暂停', en: 'paused' },
    ENDED: { zh: '已结束', en: 'ended; final' },
  },
);

// ACTIVE <-> PAUSED, and from each of them -> ENDED, which is final.
/** The moves of a pledge, as drawn above. */
export const pledgeStates = stateMachine<PledgeState>('Pledge', {
  ACTIVE: ['PAUSED', 'ENDED'],
  PAUSED: ['ACTIVE', 'ENDED'],
  ENDED: [],
});
