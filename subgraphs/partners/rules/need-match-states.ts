import { labelledEnum, stateMachine } from '@linju/kit';

/** The states of a match. */
export const NeedMatchState = {
  PROPOSED: 'PROPOSED',
  ACCEPTED: 'ACCEPTED',
  DELIVERED: 'DELIVERED',
  DECLINED: 'DECLINED',
  WITHDRAWN: 'WITHDRAWN',
  LAPSED: 'LAPSED',
} as const;
export type NeedMatchState = (typeof NeedMatchState)[keyof typeof NeedMatchState];

labelledEnum(
  NeedMatchState,
  'NeedMatchState',
  { zh: '需求对接状态', en: 'Where a match stands.' },
  {
    PROPOSED: { zh: '已提议', en: 'proposed' },
    ACCEPTED: { zh: '已接受', en: 'accepted' },
    DELIVERED: { zh: '已完成', en: 'delivered; final' },
    DECLINED: { zh: '已谢绝', en: 'declined; final' },
    WITHDRAWN: { zh: '已撤回', en: 'withdrawn; final' },
    LAPSED: { zh: '已失效', en: 'no answer in 7 days; final' },
  },
);

/**
 * The moves of a match.
 *
 * PROPOSED -> ACCEPTED -> DELIVERED. PROPOSED -> DECLINED by the side that was asked, WITHDRAWN by the side that
 * asked, LAPSED after seven days without an answer. ACCEPTED -> WITHDRAWN by who cannot keep the word.
 */
export const needMatchStates = stateMachine<NeedMatchState>('NeedMatch', {
  PROPOSED: ['ACCEPTED', 'DECLINED', 'WITHDRAWN', 'LAPSED'],
  ACCEPTED: ['DELIVERED', 'WITHDRAWN'],
  DELIVERED: [],
  DECLINED: [],
  WITHDRAWN: [],
  LAPSED: [],
});
