import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { formatFen, parseFen } from './money.js';
import { ValueError } from './value-error.js';

const runs = { seed: 20240920, numRuns: 500 };
const FEN_MAX = 2n ** 63n - 1n;
const anyFen = fc.bigInt({ min: -(2n ** 63n), max: FEN_MAX });

test.each([
  ['0', 0n],
  ['1', 1n],
  ['422200', 422_200n],
  ['10472200', 10_472_200n],
  ['9007199254740993', 9_007_199_254_740_993n],
  ['9223372036854775807', FEN_MAX],
])('%s is read exactly', (text, fen) => {
  expect(parseFen(text)).toBe(fen);
});

describe('what is not fen is refused, signed or not', () => {
  test.each([
    ['a negative zero', '-0'],
    ['a fraction', '0.1'],
    ['a fraction that a number once was', String(0.1 + 0.2)],
    ['a whole fraction', '1.0'],
    ['a bare point', '1.'],
    ['an exponent', '1e21'],
    ['NaN', 'NaN'],
    ['Infinity', 'Infinity'],
    ['a leading zero', '007'],
    ['a plus sign', '+5'],
    ['two minus signs', '--5'],
    ['a lone minus', '-'],
    ['a true minus sign', '−5'],
    ['a blank before', ' 5'],
    ['a blank after', '5 '],
    ['a line end', '5\n'],
    ['a blank alone', ' '],
    ['nothing', ''],
    ['full-width digits', '１２３'],
    ['Arabic digits', '١٢٣'],
    ['Chinese digits', '一百'],
    ['separated thousands', '1,000'],
    ['underscores', '1_000'],
    ['hexadecimal', '0x10'],
    ['a bigint literal', '5n'],
    ['10^19', '10000000000000000000'],
    ['2^63', '9223372036854775808'],
    ['-2^63 - 1', '-9223372036854775809'],
    ['a NUL behind', '5\0'],
    ['a million digits', '1'.repeat(1_000_000)],
    ['a number', 5],
    ['a fraction as a number', 0.1 + 0.2],
    ['NaN as a number', Number.NaN],
    ['-0 as a number', -0],
    ['1e21 as a number', 1e21],
    ['a bigint', 5n],
    ['null', null],
    ['undefined', undefined],
    ['a list', ['5']],
    ['an object', { toString: () => '5' }],
    ['a boolean', true],
  ])('%s', (_, received) => {
    expect(() => parseFen(received)).toThrow(ValueError);
    expect(() => parseFen(received, { signed: true })).toThrow(ValueError);
  });
});

it('a minus is read only where amounts may be negative', () => {
  expect(parseFen('-9223372036854775808', { signed: true })).toBe(-(2n ** 63n));
  expect(() => parseFen('-5')).toThrow(
    'Fen are whole hundredths of a yuan, sent as a decimal string from 0 to 2^63 - 1, such as "10050000" for ' +
      '¥100,500.00; received the text "-5".',
  );
});

it('every amount survives writing and reading', () => {
  fc.assert(
    fc.property(anyFen, (fen) => {
      expect(parseFen(formatFen(fen), { signed: true })).toBe(fen);
      expect(formatFen(fen)).toBe(String(fen));
    }),
    runs,
  );
});

it('a text is either refused or written back unchanged', () => {
  const nearFen = fc.oneof(
    fc.string(),
    fc.double().map(String),
    fc.stringMatching(/^[-+ 0]?[0-9０-９.e]{1,21}$/),
    anyFen.map(String),
  );
  let read = 0;
  fc.assert(
    fc.property(nearFen, (text) => {
      try {
        expect(formatFen(parseFen(text, { signed: true }))).toBe(text);
        read += 1;
      } catch (error) {
        expect(error).toBeInstanceOf(ValueError);
      }
    }),
    runs,
  );
  expect(read).toBeGreaterThan(100);
});

it('no number is ever read', () => {
  fc.assert(
    fc.property(fc.oneof(fc.double(), fc.integer()), (number) => {
      expect(() => parseFen(number, { signed: true })).toThrow(ValueError);
    }),
    runs,
  );
});

it('what no column holds is not written', () => {
  expect(() => formatFen(2n ** 63n)).toThrow(ValueError);
  expect(() => formatFen(-(2n ** 63n) - 1n)).toThrow(ValueError);
});

it('an error carries its code and what was received', () => {
  expect.assertions(1);
  try {
    parseFen('1.5');
  } catch (error) {
    expect(error).toMatchObject({ name: 'ValueError', code: 'BAD_VALUE', received: '1.5' });
  }
});
