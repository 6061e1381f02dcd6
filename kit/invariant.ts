/** A bug of ours: something the code takes for granted does not hold. The client sees INTERNAL. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}

/**
 * Ends the request when the code's own assumption is broken; never used for bad input.
 * @throws InvariantError when the condition is false
 */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}
