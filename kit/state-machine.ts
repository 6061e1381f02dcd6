import { refuse } from './errors.js';

/** The states of one kind of record and the moves between them. */
export interface StateMachine<State extends string> {
  readonly type: string;
  readonly moves: Readonly<Record<State, readonly State[]>>;
}

/**
 * Declares a state machine. A state without moves is final.
 * @param type  the GraphQL type whose records have these states
 * @param moves every state with the states it may go to
 */
export const stateMachine = <State extends string>(
  type: string,
  moves: Readonly<Record<State, readonly State[]>>,
): StateMachine<State> => ({ type, moves });

/** Whether the machine has the move. */
export const mayMove = <State extends string>(
  machine: StateMachine<State>,
  from: State,
  to: State,
): boolean => machine.moves[from].includes(to);

/**
 * Lets an allowed move pass.
 * @throws Refusal MOVE_NOT_ALLOWED that names the moves there are
 */
export function requireMove<State extends string>(
  machine: StateMachine<State>,
  from: State,
  to: State,
): void {
  if (mayMove(machine, from, to)) return;
  const allowed = machine.moves[from];
  refuse('MOVE_NOT_ALLOWED', {
    field: 'to',
    message:
      `This ${machine.type} is ${from} and cannot become ${to}. ` +
      (allowed.length > 0 ? `It may become ${allowed.join(', ')}.` : `${from} is final.`),
  });
}
