/** A text made plain for searching, and the way back to the places of the original. */
export interface FoldedText {
  readonly folded: string;
  /** Place in the original, in UTF-16 code units, of a place in the folded text. */
  readonly originOf: (place: number) => number;
}

// Soft hyphen, zero-width blanks and joiners, direction marks, word joiner, byte order mark.
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
const HYPHEN = /[\u2010-\u2015\u2212\ufe58\ufe63]/;
const BLANK = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/;

const FULL_WIDTH_FIRST = 0xff01;
const FULL_WIDTH_LAST = 0xff5e;
const FULL_WIDTH_DISTANCE = 0xff01 - 0x21;

/**
 * Turns full-width characters into ASCII, all hyphens and blanks into the plain ones, and leaves out what
 * cannot be seen. For searching only; the text that is stored is never changed. (Unicode's NFKC folds more,
 * a circled 1 or the 2 of m², and so would join digits that do not belong together.)
 */
export function foldText(text: string): FoldedText {
  const characters: string[] = [];
  const origins: number[] = [];
  for (let place = 0; place < text.length; place += 1) {
    const character = text[place]!;
    if (INVISIBLE.test(character)) continue;
    characters.push(foldCharacter(character));
    origins.push(place);
  }
  return { folded: characters.join(''), originOf: (place) => origins[place] ?? text.length };
}

function foldCharacter(character: string): string {
  const unit = character.charCodeAt(0);
  if (unit < 0x80) return character;
  if (unit >= FULL_WIDTH_FIRST && unit <= FULL_WIDTH_LAST) {
    return String.fromCharCode(unit - FULL_WIDTH_DISTANCE);
  }
  if (HYPHEN.test(character)) return '-';
  return BLANK.test(character) ? ' ' : character;
}
