import { refuse } from '@linju/kit';

// Postgres takes neither: a NUL fails there, and half a surrogate pair is stored as U+FFFD, which
// is other text than the caller sent. Text is refused or kept, never changed. Marks that change the
// direction of writing, and anything else that is Unicode, pass as they are.
const notText = /[\0\p{Surrogate}]/u;

/**
 * Passes text that every part of linju can keep exactly.
 * @param where  begins the sentence: `The variable "name"`
 * @throws Refusal BAD_ENCODING for NUL characters and halves of surrogate pairs
 */
export function requireText(text: string, where: string): void {
  if (!notText.test(text)) return;
  refuse('BAD_ENCODING', {
    message: `${where} contains a NUL character or half of a surrogate pair. Send it without.`,
  });
}
