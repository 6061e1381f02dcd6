import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { hasCardCheckDigit } from './card-check-digit.js';
import { foldText } from './fold-text.js';
import { isIdentityNumber } from './identity-number.js';
import { findPersonData } from './person-data.js';

// Numbers of no one: division 439999 does not exist, the mobile number belongs to an operator's hotline, the
// card numbers are sequences with a check digit.
const runs = { seed: 20240920, numRuns: 500 };
const found = (text: string) =>
  findPersonData(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe('found', () => {
  test.each([
    ['MOBILE_NUMBER', '13800138000'],
    ['MOBILE_NUMBER', '138 0013 8000'],
    ['MOBILE_NUMBER', '138-0013-8000'],
    ['MOBILE_NUMBER', '+8613800138000'],
    ['MOBILE_NUMBER', '+86 138 0013 8000'],
    ['MOBILE_NUMBER', '0086-13800138000'],
    ['MOBILE_NUMBER', '19912345678'],
    ['MOBILE_NUMBER', '１３８００１３８０００'],
    ['MOBILE_NUMBER', '138　0013　8000'],
    ['MOBILE_NUMBER', '138–0013–8000'],
    ['MOBILE_NUMBER', '138\u200b0013\u200b8000'],
    ['LANDLINE_NUMBER', '0731-28123456'],
    ['LANDLINE_NUMBER', '073128123456'],
    ['LANDLINE_NUMBER', '(0731)28123456'],
    ['LANDLINE_NUMBER', '（0731）2812 3456'],
    ['LANDLINE_NUMBER', '010-61234567'],
    ['LANDLINE_NUMBER', '0745-2123456'],
    ['LANDLINE_NUMBER', '+86 731 2812 3456'],
    ['IDENTITY_NUMBER', '439999199001010017'],
    ['IDENTITY_NUMBER', '43999919880808002X'],
    ['IDENTITY_NUMBER', '43999919880808002x'],
    ['IDENTITY_NUMBER', '439999 19900101 0017'],
    ['IDENTITY_NUMBER', '439999-19900101-0017'],
    ['IDENTITY_NUMBER', '４３９９９９１９９００１０１００１７'],
    ['BANK_CARD_NUMBER', '6217000000000000004'],
    ['BANK_CARD_NUMBER', '6222020000000007'],
    ['BANK_CARD_NUMBER', '6222 0200 0000 0007'],
    ['BANK_CARD_NUMBER', '6217 0000 0000 0000 004'],
    ['BANK_CARD_NUMBER', '4111-1111-1111-1111'],
    ['EMAIL_ADDRESS', 'someone@example.com'],
    ['EMAIL_ADDRESS', 'some.one+tag@mail.example.com.cn'],
    ['EMAIL_ADDRESS', '13800138000@example.com'],
    ['EMAIL_ADDRESS', 'someone＠example．com'],
  ])('%s %s, alone and within a sentence', (kind, written) => {
    expect(found(written)).toEqual([[kind, written]]);
    expect(found(`路灯不亮,联系${written}。`)).toEqual([[kind, written]]);
    expect(found(`a${written},`).at(-1)![0]).toBe(kind);
  });

  it('a local number behind the word for it', () => {
    expect(found('电话:28123456')).toEqual([['LANDLINE_NUMBER', '28123456']]);
    expect(found('座机号码为 2812-3456')).toEqual([['LANDLINE_NUMBER', '2812-3456']]);
  });

  it('a card number among the digits of other things', () => {
    const card = ['BANK_CARD_NUMBER', '6222 0200 0000 0007'];
    expect(found('6222 0200 0000 0007 12 栋')).toEqual([card]);
    expect(found('3457 6222 0200 0000 0007')).toEqual([card]);
  });

  it('a number alone, without what cannot be seen behind it', () => {
    expect(found('13800138000\u200b\u200b 完')).toEqual([['MOBILE_NUMBER', '13800138000']]);
  });

  it('each of several, in their order', () => {
    expect(found('a@example.com,13800138000、439999199001010017;0731-28123456')).toEqual([
      ['EMAIL_ADDRESS', 'a@example.com'],
      ['MOBILE_NUMBER', '13800138000'],
      ['IDENTITY_NUMBER', '439999199001010017'],
      ['LANDLINE_NUMBER', '0731-28123456'],
    ]);
  });
});

describe('left alone', () => {
  test.each([
    ['organisation codes', '91990101MA4L000008,529901011234567894,12990101444818000J'],
    ['organisation codes that could be card numbers', '919901019068921759 529901015523893390'],
    ['administrative codes', '430202、430202001、430202001001、43020200100100111'],
    ['seventeen-digit codes with a card check digit', '62284800000000014'],
    ['dates and instants', '2024-09-20 20240920 2024-09-21T00:00:00+08:00 1726848000000'],
    ['amounts', '10050000 分,100,500.00 元,0.02812345678,13.800138000'],
    ['service numbers', '12345、110、10086、400-800-1234、96123'],
    ['masked numbers', '138****1234、张**、4399********0017'],
    ['numbers that are too long or too short', '138001380001、1380013800、138001380000'],
    ['mobile numbers of no operator', '12800138000、10000000000'],
    ['an identity number with a wrong check digit', '439999199001010018'],
    ['an identity number of 30 February', '439999199002300016'],
    ['a card number with a wrong check digit', '6222020000000008'],
    ['ids', 'record_01J8F3K2M4N5P6Q7R8S9T0V1W2 2f1c9d80-3b7e-4a51-9c8d-0123456789ab'],
    ['an at sign', '@ a@b someone@ 3@4'],
    ['document numbers', '株荷政办发〔2024〕12号,第 0731 号'],
    ['a local number without a word for it', '28123456'],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});

it('finds stand in order, apart, and inside the text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 6 }),
    fc.constantFrom(
      '13800138000',
      '439999199001010017',
      ' ',
      '-',
      '86',
      '0731',
      'a@example.com',
      '\u200b',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('');
      let last = 0;
      for (const { start, end } of findPersonData(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        last = end;
      }
    }),
    runs,
  );
});

it('a number is found wherever it stands among other words', () => {
  const words = fc.string({
    unit: fc.constantFrom(...'社区居民反映路灯 ,。abc\n😀'),
    maxLength: 20,
  });
  fc.assert(
    fc.property(words, words, (before, after) => {
      expect(found(`${before}13800138000${after}`)).toContainEqual([
        'MOBILE_NUMBER',
        '13800138000',
      ]);
    }),
    runs,
  );
});

it('exactly one check character fits the first 17 digits of an identity number', () => {
  fc.assert(
    fc.property(fc.nat(999), (serial) => {
      const first17 = `43999919900101${String(serial).padStart(3, '0')}`;
      expect([...'0123456789X'].filter((check) => isIdentityNumber(first17 + check)).length).toBe(
        1,
      );
    }),
    runs,
  );
  expect(isIdentityNumber('43999919880808002X')).toBe(true);
});

it('exactly one check digit fits the other digits of a card number', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9]{15,18}$/), (digits) => {
      expect([...'0123456789'].filter((check) => hasCardCheckDigit(digits + check)).length).toBe(1);
    }),
    runs,
  );
  expect(hasCardCheckDigit('4111111111111111')).toBe(true);
});

it('folding changes only what is written otherwise, and knows the way back', () => {
  const { folded, originOf } = foldText('（Ａ）\u200b1\u00ad−2　①²x');
  expect(folded).toBe('(A)1-2 ①²x');
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(originOf)).toEqual([
    0, 1, 2, 4, 6, 7, 8, 9, 10, 11, 12,
  ]);
});
