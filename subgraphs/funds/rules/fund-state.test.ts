import { expect, test } from 'vitest';

import { refusalOf } from '../test-support/refusal-of.js';
import { FundState, requireFlow, type FlowDirection } from './fund-state.js';

const open: Readonly<Record<FundState, readonly FlowDirection[]>> = {
  PREPARING: ['IN', 'INSIDE'],
  OPEN: ['IN', 'OUT', 'INSIDE'],
  SUSPENDED: [],
  WINDING_UP: ['OUT', 'INSIDE'],
  CLOSED: [],
};

const cases = Object.values(FundState).flatMap((state) =>
  (['IN', 'OUT', 'INSIDE'] as const).map((direction) => [state, direction] as const),
);

test.each(cases)(
  'while a fund is %s money moves %s only as its state allows',
  (state, direction) => {
    const refused = refusalOf(() =>
      requireFlow({ id: 'fund_fixture_a', state }, direction, 'lines.0'),
    );
    expect(refused).toEqual(
      open[state].includes(direction) ? null : { code: 'RULE_VIOLATED', field: 'lines.0' },
    );
  },
);

test.each(Object.values(FundState))(
  'a correction passes while a fund is %s, unless it is closed',
  (state) => {
    const refused = refusalOf(() =>
      requireFlow({ id: 'fund_fixture_a', state }, 'OUT', 'x', { correction: true }),
    );
    expect(refused === null).toBe(state !== 'CLOSED');
  },
);
