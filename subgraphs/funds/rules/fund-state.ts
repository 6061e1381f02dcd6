import { labelledEnum, refuse, stateMachine } from '@linju/kit';

/** The states of a fund. */
export const FundState = {
  PREPARING: 'PREPARING',
  OPEN: 'OPEN',
  SUSPENDED: 'SUSPENDED',
  WINDING_UP: 'WINDING_UP',
  CLOSED: 'CLOSED',
} as const;
export type FundState = (typeof FundState)[keyof typeof FundState];

labelledEnum(
  FundState,
  'FundState',
  { zh: '基金状态', en: 'Where a fund stands.' },
  {
    PREPARING: { zh: '筹备', en: 'agreed on, not launched' },
    OPEN: { zh: '运行', en: 'open' },
    SUSPENDED: { zh: '暂停', en: 'suspended' },
    WINDING_UP: { zh: '清算', en: 'winding up: money only leaves' },
    CLOSED: { zh: '终止', en: 'closed; final' },
  },
);

// PREPARING -> OPEN <-> SUSPENDED, from either of the two -> WINDING_UP -> CLOSED, which is final.
/** The moves of a fund, as drawn above. */
export const fundStates = stateMachine<FundState>('Fund', {
  PREPARING: ['OPEN'],
  OPEN: ['SUSPENDED', 'WINDING_UP'],
  SUSPENDED: ['OPEN', 'WINDING_UP'],
  WINDING_UP: ['CLOSED'],
  CLOSED: [],
});

/** Which way money moves, seen from the fund; INSIDE changes its accounts only. */
export type FlowDirection = 'IN' | 'OUT' | 'INSIDE';

const openFlows: Readonly<Record<FundState, readonly FlowDirection[]>> = {
  PREPARING: ['IN', 'INSIDE'],
  OPEN: ['IN', 'OUT', 'INSIDE'],
  SUSPENDED: [],
  WINDING_UP: ['OUT', 'INSIDE'],
  CLOSED: [],
};

/**
 * Lets money move where the fund's state allows it: before the launch it may only come in, while
 * the fund is wound up it may only leave. A correction passes until the fund is closed.
 * @throws Refusal RULE_VIOLATED
 */
export function requireFlow(
  fund: { readonly id: string; readonly state: FundState },
  direction: FlowDirection,
  field: string,
  { correction = false } = {},
): void {
  if (correction ? fund.state !== 'CLOSED' : openFlows[fund.state].includes(direction)) return;
  refuse('RULE_VIOLATED', {
    field,
    message: `Fund ${fund.id} is ${fund.state}: ${flowRules[fund.state]}`,
  });
}

/**
 * Lets something be promised to or by a fund: not by one that is closed, which could never keep it.
 * @throws Refusal RULE_VIOLATED
 */
export function requireNotClosed(
  fund: { readonly id: string; readonly state: FundState },
  field: string,
): void {
  if (fund.state !== 'CLOSED') return;
  refuse('RULE_VIOLATED', {
    field,
    message: `Fund ${fund.id} is CLOSED: it takes no pledge and gives no grant any more.`,
  });
}

const flowRules: Readonly<Record<FundState, string>> = {
  PREPARING: 'until its launch money only comes in. Move it to OPEN first.',
  OPEN: 'this way of moving money is not open.',
  SUSPENDED: 'no money moves. Move it back to OPEN first.',
  WINDING_UP: 'money only leaves it.',
  CLOSED: 'nothing is posted any more.',
};
