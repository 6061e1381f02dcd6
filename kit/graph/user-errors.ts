import { Refusal } from '../errors.js';

/** One refusal as a row of a mutation's payload. */
export interface UserErrorValue {
  readonly field: string | null;
  readonly message: string;
  readonly code: string;
}

/**
 * Runs a write for a mutation. A refusal becomes `userErrors`; anything else goes on as a fault.
 * @param write  the command
 * @param answer the payload's own fields, made from the command's result
 */
export async function answerWrite<Result, Payload extends object>(
  write: () => Promise<Result>,
  answer: (result: Result) => Payload | Promise<Payload>,
): Promise<Partial<Payload> & { readonly userErrors: readonly UserErrorValue[] }> {
  try {
    return { ...(await answer(await write())), userErrors: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { field, message, code } = error;
    return { userErrors: [{ field, message, code }] } as unknown as Partial<Payload> & {
      readonly userErrors: readonly UserErrorValue[];
    };
  }
}
