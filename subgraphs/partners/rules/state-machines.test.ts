import { mayMove, requireMove, type StateMachine } from '@linju/kit';
import { expect, test } from 'vitest';

import { AgreementState, agreementStates } from './agreement-states.js';
import { DistributionState, distributionStates } from './distribution-states.js';
import { MembershipState, membershipStates } from './membership-states.js';
import { NeedItemState, needItemStates } from './need-item-states.js';
import { NeedMatchState, needMatchStates } from './need-match-states.js';
import { OfferingStatus, offeringStates } from './offering-status.js';
import { PartnerProjectState, partnerProjectStates } from './partner-project-states.js';

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
