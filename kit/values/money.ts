import { describeReceived } from './describe-received.js';
import { isSigned64Bit } from './signed-64-bit.js';
import { ValueError } from './value-error.js';

/** The one currency of the product. */
export const CURRENCY = 'CNY';

/** An amount of money: whole fen, a hundredth of a yuan each, within signed 64 bit. */
export interface Money {
  readonly fen: bigint;
  readonly currency: typeof CURRENCY;
}

// ASCII digits only (\d without the u flag), no sign but one minus, no leading zero, and no minus zero:
// each amount has exactly one text, so that two equal bodies hash alike.
const FEN_TEXT = /^(?:0|-?[1-9][0-9]{0,18})$/;

/**
 * Reads fen from a decimal string such as "10050000".
 * @param signed  whether a leading minus may stand (default no)
 * @throws ValueError on anything but that: a number (JSON numbers lose digits past 2^53), a fraction, an
 *         exponent, a plus sign, a leading zero, "-0", blanks, full-width digits, or more than 64 bits
 */
export function parseFen(text: unknown, { signed = false } = {}): bigint {
  if (typeof text !== 'string' || !FEN_TEXT.test(text)) throw notFen(text, signed);
  const fen = BigInt(text);
  if (!isSigned64Bit(fen) || (fen < 0n && !signed)) throw notFen(text, signed);
  return fen;
}

/**
 * Writes fen as the decimal string that {@link parseFen} reads back unchanged.
 * @throws ValueError outside signed 64 bit, where no database column could have held it
 */
export function formatFen(fen: bigint): string {
  if (isSigned64Bit(fen)) return fen.toString();
  throw new ValueError(
    `Fen must fit a signed 64-bit integer; received ${describeReceived(fen)}.`,
    fen,
  );
}

function notFen(received: unknown, signed: boolean): ValueError {
  const range = signed ? '-2^63 to 2^63 - 1' : '0 to 2^63 - 1';
  return new ValueError(
    `Fen are whole hundredths of a yuan, sent as a decimal string from ${range}, such as "10050000" for ` +
      `¥100,500.00; received ${describeReceived(received)}.`,
    received,
  );
}
