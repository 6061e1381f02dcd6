import { mayMove, requireMove, type StateMachine } from '@linju/kit';
import { expect, test } from 'vitest';

import { AgreementState, agreementStates, isBinding, requireRunOut } from './agreement-states.js';
import { DistributionState, distributionStates } from './distribution-states.js';
import { MembershipState, membershipStates, requireReason } from './membership-states.js';
import { NeedItemState, needItemStates, requireMovedByHand } from './need-item-states.js';
import { NeedMatchState, needMatchStates } from './need-match-states.js';
import { OfferingStatus, offeringStates } from './offering-status.js';
import {
  PartnerProjectState,
  partnerProjectStates,
  requireInitialProjectState,
} from './partner-project-states.js';

// Each machine as its picture draws it. What no arrow leads to is not allowed, whatever the code says.
const drawn: readonly (readonly [StateMachine<string>, readonly string[], string])[] = [
  [
    membershipStates,
    Object.keys(MembershipState),
    `APPLIED>UNDER_REVIEW UNDER_REVIEW>ADMITTED UNDER_REVIEW>REJECTED ADMITTED>AGREEMENT_SIGNED ADMITTED>ACTIVE
     AGREEMENT_SIGNED>ACTIVE ACTIVE>SUSPENDED SUSPENDED>ACTIVE ACTIVE>EXITED SUSPENDED>EXITED`,
  ],
  [
    agreementStates,
    Object.keys(AgreementState),
    'DRAFT>SIGNED SIGNED>IN_FORCE IN_FORCE>EXPIRED IN_FORCE>TERMINATED',
  ],
  [
    needItemStates,
    Object.keys(NeedItemState),
    `OPEN>MATCHED OPEN>WITHDRAWN OPEN>LAPSED MATCHED>MET MATCHED>OPEN MATCHED>WITHDRAWN MATCHED>LAPSED`,
  ],
  [
    needMatchStates,
    Object.keys(NeedMatchState),
    `PROPOSED>ACCEPTED PROPOSED>DECLINED PROPOSED>WITHDRAWN PROPOSED>LAPSED ACCEPTED>DELIVERED ACCEPTED>WITHDRAWN`,
  ],
  [distributionStates, Object.keys(DistributionState), 'PLANNED>DONE PLANNED>CANCELLED'],
  [
    partnerProjectStates,
    Object.keys(PartnerProjectState),
    'PLANNED>ACTIVE PLANNED>ENDED ACTIVE>PAUSED ACTIVE>ENDED PAUSED>ACTIVE PAUSED>ENDED',
  ],
  [
    offeringStates,
    Object.keys(OfferingStatus),
    `ACTIVE>TEMPORARILY_CLOSED ACTIVE>INACTIVE ACTIVE>DEFUNCT TEMPORARILY_CLOSED>ACTIVE TEMPORARILY_CLOSED>INACTIVE
     TEMPORARILY_CLOSED>DEFUNCT INACTIVE>ACTIVE INACTIVE>TEMPORARILY_CLOSED INACTIVE>DEFUNCT`,
  ],
];

const everyPair = drawn.flatMap(([machine, states, arrows]) =>
  states.flatMap((from) =>
    states.map((to) => [machine, from, to, arrows.split(/\s+/).includes(`${from}>${to}`)] as const),
  ),
);

test('every pair of states moves as drawn, and no other way', () => {
  const different = everyPair
    .filter(([machine, from, to, isDrawn]) => mayMove(machine, from, to) !== isDrawn)
    .map(([{ type }, from, to]) => `${type} ${from}>${to}`);
  expect(different).toEqual([]);
});

test('every move that is not drawn is refused with the moves there are', () => {
  const passed = everyPair
    .filter(([, , , isDrawn]) => !isDrawn)
    .filter(([machine, from, to]) => !isRefused(machine, from, to))
    .map(([{ type }, from, to]) => `${type} ${from}>${to}`);
  expect(passed).toEqual([]);
  expect(everyPair).toHaveLength(8 * 8 + 5 * 5 + 5 * 5 + 6 * 6 + 3 * 3 + 4 * 4 + 4 * 4);
});

function isRefused(machine: StateMachine<string>, from: string, to: string): boolean {
  try {
    requireMove(machine, from, to);
    return false;
  } catch (error) {
    return (error as { readonly code?: string }).code === 'MOVE_NOT_ALLOWED';
  }
}

test('each machine knows every state of its enum', () => {
  for (const [machine, states] of drawn) expect(Object.keys(machine.moves)).toEqual(states);
});

test.each(['REJECTED', 'SUSPENDED', 'EXITED'] as const)('%s needs a reason', (to) => {
  expect(() => requireReason(to, null)).toThrow(/why/);
  expect(() => requireReason(to, '经营地址迁出')).not.toThrow();
});

test('no other state needs one', () => {
  const free = Object.keys(MembershipState).filter((to) => {
    try {
      requireReason(to as MembershipState, null);
      return true;
    } catch {
      return false;
    }
  });
  expect(free).toEqual(['APPLIED', 'UNDER_REVIEW', 'ADMITTED', 'AGREEMENT_SIGNED', 'ACTIVE']);
});

const end = new Date('2024-07-01T00:00:00+08:00');
const before = new Date(end.getTime() - 1);

test('an agreement binds while it is signed or in force', () => {
  expect(Object.values(AgreementState).filter(isBinding)).toEqual(['SIGNED', 'IN_FORCE']);
});

test('an agreement expires at the end of its period and not a millisecond before', () => {
  expect(() => requireRunOut('EXPIRED', end, end)).not.toThrow();
  expect(() => requireRunOut('EXPIRED', end, before)).toThrow(/not run out/);
});

test('an agreement without an end never expires', () => {
  expect(() => requireRunOut('EXPIRED', null, end)).toThrow(/TERMINATED/);
});

test('ending early needs no period', () => {
  expect(() => requireRunOut('TERMINATED', null, before)).not.toThrow();
});

test.each(['WITHDRAWN', 'LAPSED'] as const)('people may move a need to %s', (to) => {
  expect(() => requireMovedByHand(to)).not.toThrow();
});

test.each(['OPEN', 'MATCHED', 'MET'] as const)('%s follows from a match', (to) => {
  expect(() => requireMovedByHand(to)).toThrow(/through its matches/);
});

test.each(['PLANNED', 'ACTIVE'] as const)('a new project may be %s', (state) => {
  expect(() => requireInitialProjectState(state)).not.toThrow();
});

test.each(['PAUSED', 'ENDED'] as const)(
  'a new project cannot be %s: its past would be missing',
  (state) => {
    expect(() => requireInitialProjectState(state)).toThrow(/PLANNED or ACTIVE/);
  },
);
