/** Smallest integer a database column of type bigint holds: -2^63. */
export const SIGNED_64_BIT_MIN = -(2n ** 63n);

/** Largest integer a database column of type bigint holds: 2^63 - 1, nineteen digits. */
export const SIGNED_64_BIT_MAX = 2n ** 63n - 1n;

/** Whether an integer fits a signed 64-bit column, and so survives storing unchanged. */
export function isSigned64Bit(integer: bigint): boolean {
  return integer >= SIGNED_64_BIT_MIN && integer <= SIGNED_64_BIT_MAX;
}
