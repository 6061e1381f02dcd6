import { analystOf, anonymous, appOf, officerOf, systemViewer } from '@linju/kit';
import { expect, test } from 'vitest';

import { requireMayMoveMatch, requireProposer, type MovableMatch } from './may-move-match.js';
import { NeedMatchState } from './need-match-states.js';

const match: MovableMatch = {
  districtCode: '990103',
  partnerId: 'partner_fixture_one',
  proposedBy: 'COMMUNITY',
  state: 'PROPOSED',
};
const app = appOf(match.partnerId);

test('officers of the need’s district propose for the community, an app for its own partner', () => {
  expect(requireProposer(officerOf('990103'), match)).toBe('COMMUNITY');
  expect(requireProposer(systemViewer, match)).toBe('COMMUNITY');
  expect(requireProposer(app, match)).toBe('PARTNER');
});

const strangers = [
  ['anonymous', anonymous],
  ['an officer of the partner’s district', officerOf('990102')],
  ['an analyst', analystOf('990100')],
  ['another partner’s app', appOf('partner_fixture_two')],
] as const;

test.each(strangers)('%s proposes nothing and moves nothing', (_, viewer) => {
  expect(() => requireProposer(viewer, match)).toThrow(/proposed by/);
  for (const to of Object.values(NeedMatchState)) {
    expect(() => requireMayMoveMatch(viewer, match, to)).toThrow(/open to/);
  }
});

test('officers of the need’s district make every move', () => {
  for (const to of Object.values(NeedMatchState)) {
    expect(() => requireMayMoveMatch(officerOf('990103'), match, to)).not.toThrow();
  }
});

const movesOf = (change: Partial<MovableMatch>) =>
  Object.values(NeedMatchState).filter((to) => {
    try {
      requireMayMoveMatch(app, { ...match, ...change }, to);
      return true;
    } catch {
      return false;
    }
  });

test('an app answers what was proposed to its partner', () => {
  expect(movesOf({ proposedBy: 'COMMUNITY' })).toEqual(['ACCEPTED', 'DECLINED']);
});

test('an app withdraws what its partner proposed, and does not answer itself', () => {
  expect(movesOf({ proposedBy: 'PARTNER' })).toEqual(['WITHDRAWN']);
});

test('an app gives back what its partner accepted, and never reports its own delivery', () => {
  expect(movesOf({ proposedBy: 'COMMUNITY', state: 'ACCEPTED' })).toContain('WITHDRAWN');
  expect(movesOf({ proposedBy: 'COMMUNITY', state: 'ACCEPTED' })).not.toContain('DELIVERED');
});
