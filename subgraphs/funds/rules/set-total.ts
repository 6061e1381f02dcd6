import { refuse } from '@linju/kit';

/** The most transfers one set may have. */
export const setSizeMax = 100;

/**
 * A set has 1 to 100 lines, and comes to what the paper it is entered from says.
 * @param totalFen the stated total; null: none is stated
 * @throws Refusal BAD_USER_INPUT, SET_NOT_BALANCED
 */
export function requireTotal(
  lines: readonly { readonly amountFen: bigint }[],
  totalFen: bigint | null,
): void {
  if (lines.length < 1 || lines.length > setSizeMax) {
    refuse('BAD_USER_INPUT', {
      field: 'lines',
      message: `A set has 1 to ${setSizeMax} transfers; this one has ${lines.length}. Post several sets.`,
    });
  }
  const sumFen = lines.reduce((sum, { amountFen }) => sum + amountFen, 0n);
  if (totalFen === null || totalFen === sumFen) return;
  refuse('SET_NOT_BALANCED', {
    field: 'totalFen',
    message: `The lines come to ${sumFen} fen and not to the ${totalFen} stated. Nothing was posted.`,
  });
}
