import { refuse } from '@linju/kit';

/** The most one amount may be: ten billion yuan. More is a slip of the pen. */
export const amountFenMax = 1_000_000_000_000n;

/**
 * An amount of money that moves or is promised.
 * @throws Refusal AMOUNT_REFUSED unless it is 1 to 10^12 fen
 */
export function requireAmount(field: string, amountFen: bigint): bigint {
  if (amountFen >= 1n && amountFen <= amountFenMax) return amountFen;
  return refuse('AMOUNT_REFUSED', {
    field,
    message: `${field} is 1 to ${amountFenMax} fen; received ${amountFen}.`,
  });
}
