import { refuse } from './errors.js';
import { findPersonData, personDataKindLabels } from './values/person-data.js';
import { ValueError } from './values/value-error.js';

/**
 * Reads a value with a parser of the kit, its complaint turned into a refusal that names the field.
 * @throws Refusal BAD_USER_INPUT
 */
export function checkValue<Value>(field: string, parse: () => Value): Value {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    return refuse('BAD_USER_INPUT', { field, message: error.message });
  }
}

/**
 * Lets a text pass that may be stored and shown: not empty, not too long, without control
 * characters, and without numbers or addresses that point at a person.
 * @returns the text without white space at its ends
 * @throws Refusal BAD_USER_INPUT, BAD_ENCODING or PERSON_DATA_REFUSED
 */
export function checkText(field: string, text: string, { lengthMax = 200 } = {}): string {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > lengthMax) {
    refuse('BAD_USER_INPUT', {
      field,
      message: `${field} has 1 to ${lengthMax} characters; this one has ${trimmed.length}.`,
    });
  }
  if (hasForbiddenCharacter(trimmed)) {
    refuse('BAD_ENCODING', { field, message: `${field} holds control characters or broken ones.` });
  }
  const [find] = findPersonData(trimmed);
  if (find) {
    refuse('PERSON_DATA_REFUSED', {
      field,
      message: `${field} seems to hold a person’s ${personDataKindLabels[find.kind].en}. Leave it out: it must not be stored here.`,
    });
  }
  return trimmed;
}

/** The same for a text that may be left out; null stays null. */
export const checkOptionalText = (
  field: string,
  text: string | null | undefined,
  limits: { lengthMax?: number } = {},
): string | null => (text === null || text === undefined ? null : checkText(field, text, limits));

// Line breaks and tabs are text. Other control characters and halves of surrogate pairs are not, nor are
// the marks that turn the direction of what follows: they make a name look like another.
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;

const hasForbiddenCharacter = (text: string): boolean => forbidden.test(text);
