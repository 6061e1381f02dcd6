import { analystOf, anonymous, officerOf } from '@linju/kit';
import { describe, expect, test } from 'vitest';

import { ownersCommitteeFor } from './owners-committee.js';

const shownTo = (viewer: typeof anonymous, members: number | null, partyMembers: number | null) =>
  ownersCommitteeFor(viewer, '430202', { members, partyMembers });

test('no committee stated is no committee', () => {
  expect(shownTo(anonymous, null, null)).toBeNull();
});

describe('everybody', () => {
  test.each([
    ['sees counts that point at nobody', [24, 18], [24, 18, null]],
    ['sees what is stated, and that the rest is not', [24, null], [24, null, 'NOT_STATED']],
    ['sees a stated count of party members alone', [null, 5], [null, 5, 'NOT_STATED']],
    ['sees five, and five besides', [10, 5], [10, 5, null]],
    ['does not see four members', [4, null], [null, null, 'SUPPRESSED']],
    ['does not see four party members', [24, 4], [24, null, 'SUPPRESSED']],
    ['does not see party members alone if four', [null, 4], [null, null, 'SUPPRESSED']],
    ['does not see that there are none', [24, 0], [24, null, 'SUPPRESSED']],
    ['cannot work out four who are not in the party', [24, 20], [24, null, 'SUPPRESSED']],
  ] as const)('%s', (_, [members, partyMembers], [shown, shownParty, reasonIfNull]) => {
    expect(shownTo(anonymous, members, partyMembers)).toEqual({
      members: shown,
      partyMembers: shownParty,
      reasonIfNull,
    });
  });
});

test('officers of the district see small counts, officers of another and analysts do not', () => {
  expect(shownTo(officerOf('430202'), 3, 1)).toEqual({
    members: 3,
    partyMembers: 1,
    reasonIfNull: null,
  });
  const hidden = { members: null, partyMembers: null, reasonIfNull: 'SUPPRESSED' };
  expect(shownTo(officerOf('430203'), 3, 1)).toEqual(hidden);
  expect(shownTo(analystOf('430200'), 3, 1)).toEqual(hidden);
});
