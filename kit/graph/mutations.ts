import { Arg, Ctx, Mutation, Resolver, type ClassType } from 'type-graphql';

import type { ErrorCode } from '../errors.js';
import type { CommandParts } from '../write/write-scope.js';
import type { BaseContext } from './open-door.js';
import { answerWrite } from './user-errors.js';

/** One mutation: what a client sends, what is done, and what the client gets to see of it. */
export interface MutationSpec<Context extends BaseContext, Input extends object, Written> {
  readonly name: string;
  /** 中文 first, then English. */
  readonly description: string;
  readonly input: ClassType<Input>;
  readonly payload: ClassType;
  /** What it may be refused with, beside what every write may. */
  readonly refusals: readonly ErrorCode[];
  readonly command: (parts: CommandParts, input: Input) => Promise<Written>;
  /** Reads the payload's own fields, after the commit, so that it shows what others see too. */
  readonly answer: (context: Context, written: Written) => Promise<object>;
}

/** A mutation, ready to become part of the graph. */
export interface DeclaredMutation {
  readonly name: string;
  /** Adds it to a resolver class. */
  readonly declareOn: (resolver: ClassType) => void;
}

const everyWriteMayBe: readonly ErrorCode[] = [
  'NOT_AUTHORISED',
  'BAD_USER_INPUT',
  'IDEMPOTENCY_KEY_REUSED',
];

/**
 * Declares a mutation. It takes one `input`; refusals come back as `userErrors`. At the root it is nullable:
 * when something of ours fails, the answers of the operation's other mutations stay.
 */
export const mutation = <Context extends BaseContext, Input extends object, Written>({
  name,
  description,
  input,
  payload,
  refusals,
  command,
  answer,
}: MutationSpec<Context, Input, Written>): DeclaredMutation => ({
  name,
  declareOn: ({ prototype }) => {
    const run = (given: Input, context: Context) =>
      answerWrite(
        context,
        () => command(context.commandParts, given),
        (written) => answer(context, written),
      );
    Object.defineProperty(prototype, name, { value: run });
    Arg('input', () => input, { description: 'What to write.' })(prototype, name, 0);
    Ctx()(prototype, name, 1);
    const codes = [...new Set([...everyWriteMayBe, ...refusals])].join(', ');
    Mutation(() => payload, {
      nullable: true,
      description: `${description}\nRefused in userErrors with ${codes}.`,
    })(prototype, name, { value: run });
  },
});

/** The resolver class of some mutations, as `buildSubgraph` takes it. */
export function mutations(...declared: readonly DeclaredMutation[]): ClassType {
  @Resolver()
  class Mutations {}
  for (const { declareOn } of declared) declareOn(Mutations);
  return Mutations;
}
