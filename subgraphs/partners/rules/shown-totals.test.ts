import { expect, test } from 'vitest';

import { shownTotals } from './shown-totals.js';

const counts = {
  commercial: 1,
  communityGroup: 3,
  individual: 0,
  activeMemberships: 4,
  membershipsAdmitted: 0,
  needsRaised: 0,
  matchesAccepted: 0,
  matchesDelivered: 0,
  matchesDeliveredCrossDistrict: 0,
  distributionsDone: 0,
};
const covered = (coverage: 'PARTIAL' | 'FULL', ...kinds: readonly string[]) =>
  kinds.map((recordKind) => ({ recordKind, coverage }));

test('what nothing covers is unknown and not zero', () => {
  const coverage = covered('PARTIAL', 'Partner', 'Membership');
  expect(shownTotals(counts, coverage)).toEqual({
    ...counts,
    needsRaised: null,
    matchesAccepted: null,
    matchesDelivered: null,
    matchesDeliveredCrossDistrict: null,
    distributionsDone: null,
    coverage,
    qualifier: 'AT_LEAST',
    reasonIfNull: 'SOURCE_MISSING',
  });
});

test('full coverage makes counts exact, and a zero a zero', () => {
  const coverage = covered(
    'FULL',
    'Partner',
    'Membership',
    'NeedItem',
    'NeedMatch',
    'Distribution',
  );
  expect(shownTotals(counts, coverage)).toEqual({
    ...counts,
    coverage,
    qualifier: 'EXACT',
    reasonIfNull: null,
  });
});

test('without any coverage no count is shown', () => {
  const shown = shownTotals(counts, []);
  expect(Object.keys(counts).map((name) => shown[name as keyof typeof counts])).toEqual(
    Object.keys(counts).map(() => null),
  );
});
