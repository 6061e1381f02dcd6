import { formatInstant, refuse } from '@linju/kit';

/**
 * What follows something cannot lie before it.
 * @param earlier the instants it follows
 * @param what    what happened then, as the end of a sentence: `the money was reserved`
 * @throws Refusal BAD_USER_INPUT
 */
export function requireNotBefore(
  field: string,
  at: Date,
  { earlier, what }: { readonly earlier: readonly Date[]; readonly what: string },
): Date {
  const after = earlier.find((instant) => instant > at);
  if (!after) return at;
  return refuse('BAD_USER_INPUT', {
    field,
    message: `${field} lies before ${formatInstant(after)}, when ${what}.`,
  });
}
