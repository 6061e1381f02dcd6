import { hasCardCheckDigit } from './card-check-digit.js';
import { foldText } from './fold-text.js';
import { isIdentityNumber } from './identity-number.js';
import type { LabelsOf } from './label.js';
import { isOrganisationCode } from './organisation-code.js';
// Numbers and addresses that point at one person must never be stored in free text: law and prudence ask for
// the smallest scope, and a text once stored is copied, exported and searched. So text is looked through
// before it is written, and refused with the places named.
//
// Found is what can be told by its form. Names cannot, nor can numbers spelt out in words: this filter is a
// net under the people who write, not a licence to stop asking them.

/** What a piece of text gives away. */
export const PersonDataKind = {
  EMAIL_ADDRESS: 'EMAIL_ADDRESS',
  IDENTITY_NUMBER: 'IDENTITY_NUMBER',
  BANK_CARD_NUMBER: 'BANK_CARD_NUMBER',
  MOBILE_NUMBER: 'MOBILE_NUMBER',
  LANDLINE_NUMBER: 'LANDLINE_NUMBER',
} as const;

/** One of the values of {@link PersonDataKind}. */
export type PersonDataKind = (typeof PersonDataKind)[keyof typeof PersonDataKind];

/** Each kind in words, for the message that refuses the text. */
export const personDataKindLabels: LabelsOf<PersonDataKind> = {
  EMAIL_ADDRESS: { zh: '电子邮箱', en: 'e-mail address' },
  IDENTITY_NUMBER: { zh: '身份证号', en: 'identity number' },
  BANK_CARD_NUMBER: { zh: '银行卡号', en: 'bank card number' },
  MOBILE_NUMBER: { zh: '手机号', en: 'mobile number' },
  LANDLINE_NUMBER: { zh: '固定电话', en: 'landline number' },
};

/** One find: what it is and where it stands, in UTF-16 code units of the text; `end` is exclusive. */
export interface PersonDataFind {
  readonly kind: PersonDataKind;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds Chinese mobile and landline numbers, identity numbers with a right check digit, numbers like bank
 * cards, and e-mail addresses, also where they are grouped by blanks or hyphens, written in full-width
 * characters, or broken by invisible ones. Organisation codes, administrative codes, dates, amounts, masked
 * numbers (138****1234) and service numbers (12345, 400-…) are not person data.
 * @returns the finds in the order of the text, none overlapping; empty if the text may be stored
 */
export function findPersonData(text: string): readonly PersonDataFind[] {
  const { folded, originOf } = foldText(text);
  return settle(
    PATTERNS.flatMap((pattern) => matchesOf(pattern, folded)),
    folded.length,
  ).map(({ kind, start, end }) => ({
    kind,
    start: originOf(start),
    end: originOf(end - 1) + 1,
  }));
}

interface Pattern {
  readonly kind: PersonDataKind;
  readonly form: RegExp;
  /** Whether a number of that form is one; it gets the find without blanks and hyphens. */
  readonly isOne?: (number: string) => boolean;
}

// Every repetition in a form is bounded, so that no text can make the search slow.
const GAP = '[ -]?';
const AREA = '(?:10|2[0-9]|[3-9][0-9]{2})';
const LOCAL = `[2-8][0-9]{2,3}${GAP}[0-9]{4}`;

// In the order in which overlapping finds are settled: the surer form first.
const PATTERNS: readonly Pattern[] = [
  {
    kind: PersonDataKind.EMAIL_ADDRESS,
    form: /[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}/g,
  },
  {
    kind: PersonDataKind.IDENTITY_NUMBER,
    form: anywhere(`[1-8][0-9]{5}${GAP}(?:19|20)[0-9]{6}${GAP}[0-9]{3}[0-9Xx]`),
    isOne: isIdentityNumber,
  },
  {
    kind: PersonDataKind.BANK_CARD_NUMBER,
    form: anywhere(`[3-69][0-9]{3}(?:${GAP}[0-9]{4}){3}`),
    isOne: hasCardCheckDigit,
  },
  {
    // 18 or 19 digits; 17 is the length of a statistical division code, and of hardly any card.
    kind: PersonDataKind.BANK_CARD_NUMBER,
    form: anywhere(`[3-69][0-9]{3}(?:${GAP}[0-9]{4}){3}${GAP}[0-9]{2,3}`),
    isOne: (number) => hasCardCheckDigit(number) && !isOrganisationCode(number),
  },
  {
    kind: PersonDataKind.MOBILE_NUMBER,
    form: anywhere(String.raw`(?:(?:\+|00)?86${GAP})?1[3-9][0-9]${GAP}[0-9]{4}${GAP}[0-9]{4}`),
  },
  {
    kind: PersonDataKind.LANDLINE_NUMBER,
    form: anywhere(String.raw`(?:(?:\+|00)86${GAP}\(?0?|\(?0)${AREA}\)?${GAP}${LOCAL}`),
  },
  {
    // Without its area code a number is told only by the word before it.
    kind: PersonDataKind.LANDLINE_NUMBER,
    form: anywhere(`(?<=(?:电话|座机)(?:号码)?[为是: ]{0,3})${LOCAL}`),
  },
];

// A number not in the middle of a longer one, nor behind a decimal point. It is looked for ahead of each place,
// so that a number of that form which is none (digits of a house, then a card) does not swallow one that is.
function anywhere(form: string): RegExp {
  return new RegExp(String.raw`(?<![0-9]|[0-9]\.)(?=(${form})(?![0-9]))`, 'g');
}

function matchesOf({ kind, form, isOne }: Pattern, folded: string): readonly PersonDataFind[] {
  return [...folded.matchAll(form)]
    .map((match) => ({ found: match[1] ?? match[0], start: match.index }))
    .filter(({ found }) => !isOne || isOne(found.replaceAll(/[ -]/g, '')))
    .map(({ found, start }) => ({ kind, start, end: start + found.length }));
}

// Of overlapping finds the first one stays. Places are marked instead of finds compared, so that a long list of
// numbers costs no more per number than a short one.
function settle(finds: readonly PersonDataFind[], length: number): readonly PersonDataFind[] {
  const taken = new Uint8Array(length);
  return finds
    .filter(({ start, end }) => {
      const isFree = !taken.subarray(start, end).includes(1);
      if (isFree) taken.fill(1, start, end);
      return isFree;
    })
    .sort((left, right) => left.start - right.start);
}
