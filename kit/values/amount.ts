import type { Quantity } from './quantity.js';
import { QuantityQualifier } from './quantity-qualifier.js';

/**
 * An integer in stored units (fen, persons, minutes, seconds) on its way into a figure, with its hedge.
 * Unlike a Quantity it has no upper limit, and may be negative where the records are differences.
 */
export interface Amount {
  readonly amount: bigint;
  readonly qualifier: QuantityQualifier;
}

/** An amount counted from records, hence EXACT. */
export function exactAmount(amount: bigint): Amount {
  return { amount, qualifier: QuantityQualifier.EXACT };
}

/** The number and the hedge of a stated quantity; its unit becomes the caller's care. */
export function amountOf(quantity: Quantity): Amount {
  return { amount: BigInt(quantity.value), qualifier: quantity.qualifier };
}
