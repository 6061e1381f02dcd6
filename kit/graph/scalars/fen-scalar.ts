import { formatFen, parseFen } from '../../values/money.js';
import { stringScalar } from './string-scalar.js';

/** Fen: an amount of money, a bigint inside and a decimal string outside, never a JSON number. */
export const FenScalar = stringScalar<bigint>({
  name: 'Fen',
  description:
    '金额,单位为分(人民币),以十进制整数字符串传递:"10050000" 即 100,500.00 元。不接受数字类型、小数和负数输入。\n' +
    'An amount of money in fen, a hundredth of a yuan each, as a decimal string: "10050000" is ¥100,500.00. ' +
    'A string both ways, since JSON numbers lose digits past 2^53. Input takes no number, no fraction and no ' +
    'negative amount (money that flows back is a movement of its own); an answer may be negative.',
  parse: parseFen,
  serialize: (value) =>
    formatFen(typeof value === 'bigint' ? value : parseFen(value, { signed: true })),
});
