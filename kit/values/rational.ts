import { describeReceived } from './describe-received.js';
import { ValueError } from './value-error.js';

/** A positive fraction of two integers. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const SCALE = /^([1-9][0-9]{0,17})(?:\/([1-9][0-9]{0,17}))?$/;

/**
 * Reads a scale: a positive integer or fraction as text, such as "1", "10000", "50/3" or "1/86400". Text,
 * since 50/3 has no decimal form, and a rounded scale would round every value it touches.
 * @throws ValueError on another form, zero, a sign, or more than 18 digits
 */
export function parseScale(text: string): Rational {
  const [, numerator, denominator] = SCALE.exec(text) ?? [];
  if (numerator) return { numerator: BigInt(numerator), denominator: BigInt(denominator ?? '1') };
  throw new ValueError(
    `A scale is a positive integer or fraction such as "1", "10000" or "50/3"; received ${describeReceived(text)}.`,
    text,
  );
}

// Doubles keep 53 bits. With this many in the integer quotient, its last bit lies far below the rounding
// place and can stand for all the bits that the division left over.
const QUOTIENT_BITS_MIN = 72;

/**
 * The double nearest to an exact quotient (ties to even). Converting both integers first would round three
 * times, and lose sums past 2^53.
 * @param denominator  positive
 */
export function nearestNumber(numerator: bigint, denominator: bigint): number {
  if (numerator < 0n) return -nearestNumber(-numerator, denominator);
  if (numerator === 0n) return 0;
  const shift = Math.max(0, QUOTIENT_BITS_MIN + bitsOf(denominator) - bitsOf(numerator));
  const shifted = numerator << BigInt(shift);
  const quotient = shifted / denominator;
  const isExact = quotient * denominator === shifted;
  return Number(isExact ? quotient : quotient | 1n) / 2 ** shift;
}

// Rounded up to a multiple of four, which the margin above allows for.
function bitsOf(positive: bigint): number {
  return positive.toString(16).length * 4;
}
