import { Refusal } from '../errors.js';

/** One refusal as a row of a mutation's payload. */
export interface UserErrorValue {
  readonly field: string | null;
  readonly message: string;
  readonly code: string;
}

/** What a mutation gives: its own fields, all of them missing when the write was refused. */
export type WriteAnswer<Payload> = Partial<Payload> & {
  readonly userErrors: readonly UserErrorValue[];
};

/**
 * Runs a write for a mutation. A refusal of the write becomes `userErrors`; anything else goes on as a
 * fault, and so does whatever goes wrong after the commit: `userErrors` say that nothing was written.
 * @param context of the operation; once the write is done, it forgets what was read before
 * @param write   the command
 * @param answer  the payload's own fields, made from the command's result
 */
export async function answerWrite<Result, Payload extends object>(
  context: { readonly forgetReads: () => void },
  write: () => Promise<Result>,
  answer: (result: Result) => Payload | Promise<Payload>,
): Promise<WriteAnswer<Payload>> {
  const written = await write().then(
    (result) => ({ result }),
    (error: unknown) => ({ refusal: refusalIn(error) }),
  );
  if ('refusal' in written) {
    return { userErrors: [written.refusal] } as unknown as WriteAnswer<Payload>;
  }
  context.forgetReads();
  return { ...(await answer(written.result)), userErrors: [] };
}

function refusalIn(error: unknown): UserErrorValue {
  if (!(error instanceof Refusal)) throw error;
  const { field, message, code } = error;
  return { field, message, code };
}
