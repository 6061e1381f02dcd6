import { expect, test } from 'vitest';

import { refusalOf } from '../test-support/refusal-of.js';
import { requireBegun } from './fund-beginning.js';

const fund = (initiatedAt: string | null, preparingAt: string | null) => ({
  id: 'fund_fixture_a',
  initiatedAt,
  preparingAt: preparingAt === null ? null : new Date(preparingAt),
});
const first = '2024-06-30T00:00:00+08:00';
const before = '2024-06-29T23:59:59.999+08:00';

test.each([
  ['in the year it was initiated', fund('2024', first), '2024-01-01T00:00:00+08:00', null],
  ['before that year', fund('2024', first), '2023-12-31T23:59:59.999+08:00', 'RULE_VIOLATED'],
  ['in 1969', fund('2024', first), '1969-01-01T00:00:00+08:00', 'RULE_VIOLATED'],
  ['at its first state, where no date is stated', fund(null, first), first, null],
  ['before its first state, where no date is stated', fund(null, first), before, 'RULE_VIOLATED'],
  ['between its first state and a later stated date', fund('2025', first), first, null],
  ['before both', fund('2025', first), before, 'RULE_VIOLATED'],
  ['at the start of a stated month', fund('2024-06', null), '2024-06-01T00:00:00+08:00', null],
  ['whenever, where nothing is known', fund(null, null), '1969-01-01T00:00:00+08:00', null],
])('a transfer %s', (_, of, effectiveAt, code) => {
  expect(refusalOf(() => requireBegun(of, new Date(effectiveAt), 'lines.0.effectiveAt'))).toEqual(
    code && { code, field: 'lines.0.effectiveAt' },
  );
});
