import { mayMove, type StateMachine } from '@linju/kit';
import { describe, expect, test } from 'vitest';

import { fundStates } from './fund-state.js';
import { grantStates } from './grant-state.js';
import { pledgeStates } from './pledge-state.js';
import { transferStates } from './transfer-state.js';

// Every pair of states of every machine: what is not listed here is refused.
const machines: readonly (readonly [StateMachine<string>, readonly string[]])[] = [
  [
    fundStates,
    [
      'PREPARING>OPEN',
      'OPEN>SUSPENDED',
      'OPEN>WINDING_UP',
      'SUSPENDED>OPEN',
      'SUSPENDED>WINDING_UP',
      'WINDING_UP>CLOSED',
    ],
  ],
  [
    grantStates,
    [
      'PIPELINE>APPROVED',
      'PIPELINE>CANCELLED',
      'APPROVED>IMPLEMENTATION',
      'APPROVED>CANCELLED',
      'IMPLEMENTATION>SUSPENDED',
      'IMPLEMENTATION>FINALISATION',
      'IMPLEMENTATION>CANCELLED',
      'SUSPENDED>IMPLEMENTATION',
      'SUSPENDED>FINALISATION',
      'SUSPENDED>CANCELLED',
      'FINALISATION>CLOSED',
    ],
  ],
  [pledgeStates, ['ACTIVE>PAUSED', 'ACTIVE>ENDED', 'PAUSED>ACTIVE', 'PAUSED>ENDED']],
  [transferStates, ['PENDING>POSTED', 'PENDING>VOIDED', 'PENDING>EXPIRED']],
] as never;

describe.each(machines.map(([machine, moves]) => [machine.type, machine, moves] as const))(
  'a %s',
  (_, machine, moves) => {
    const states = Object.keys(machine.moves);
    const pairs = states.flatMap((from) => states.map((to) => [from, to] as const));
    test.each(pairs)('that is %s may become %s only if it is drawn so', (from, to) => {
      expect(mayMove(machine, from, to)).toBe(moves.includes(`${from}>${to}`));
    });
  },
);
