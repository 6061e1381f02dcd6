import { labelledEnum, refuse, stateMachine } from '@linju/kit';

/** The states of a need. */
export const NeedItemState = {
  OPEN: 'OPEN',
  MATCHED: 'MATCHED',
  MET: 'MET',
  WITHDRAWN: 'WITHDRAWN',
  LAPSED: 'LAPSED',
} as const;
export type NeedItemState = (typeof NeedItemState)[keyof typeof NeedItemState];

labelledEnum(
  NeedItemState,
  'NeedItemState',
  { zh: '需求状态', en: 'Where a need stands.' },
  {
    OPEN: { zh: '待对接', en: 'nobody has taken it' },
    MATCHED: { zh: '已对接', en: 'a match is accepted' },
    MET: { zh: '已满足', en: 'met; final' },
    WITHDRAWN: { zh: '已撤回', en: 'withdrawn; final' },
    LAPSED: { zh: '已失效', en: 'lapsed; final' },
  },
);

/**
 * The moves of a need.
 *
 * OPEN -> MATCHED -> MET, and from either of the first two -> WITHDRAWN or LAPSED. A match that is withdrawn
 * after it was accepted opens its need again: a request has one need only, so it cannot be raised anew.
 */
export const needItemStates = stateMachine<NeedItemState>('NeedItem', {
  OPEN: ['MATCHED', 'WITHDRAWN', 'LAPSED'],
  MATCHED: ['MET', 'OPEN', 'WITHDRAWN', 'LAPSED'],
  MET: [],
  WITHDRAWN: [],
  LAPSED: [],
});

/**
 * Lets a move pass that people make by hand. The others follow from a match: accepted, delivered, withdrawn.
 * @throws Refusal RULE_VIOLATED
 */
export function requireMovedByHand(to: NeedItemState): void {
  if (to === 'WITHDRAWN' || to === 'LAPSED') return;
  refuse('RULE_VIOLATED', {
    field: 'to',
    message: `A need becomes ${to} through its matches: move the match instead.`,
  });
}
