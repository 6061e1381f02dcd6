import { eq } from 'drizzle-orm';

import type { WriteScope } from './write-scope.js';
import { refuse } from '../errors.js';
import { shanghaiDate } from '../values/shanghai-day.js';

/**
 * Codes that a new record may use: of the list, and valid today in Shanghai (the first day counts, the last
 * does not). One statement for all of them.
 * @param field as the caller wrote it
 * @returns the codes, each once
 * @throws Refusal NOT_FOUND that lists the codes there are, CODE_RETIRED that names the replacement
 */
export async function requireCodes(
  { tx, tables: { codeValue }, now }: WriteScope,
  list: string,
  codes: readonly string[],
  field: string,
): Promise<string[]> {
  if (codes.length === 0) return [];
  const listed = await tx.db.select().from(codeValue).where(eq(codeValue.list, list));
  const today = shanghaiDate(now);
  const begun = listed.filter(({ validFrom }) => validFrom === null || validFrom <= today);
  const isOver = (validTo: string | null): boolean => validTo !== null && validTo <= today;
  for (const code of codes) {
    const known = begun.find((value) => value.code === code);
    if (known && !isOver(known.validTo)) continue;
    if (known) {
      refuse('CODE_RETIRED', {
        field,
        message: `${code} left the list ${list} on ${known.validTo}.${known.replacedBy ? ` Use ${known.replacedBy}.` : ''}`,
      });
    }
    const valid = begun.filter(({ validTo }) => !isOver(validTo)).map((value) => value.code);
    refuse('NOT_FOUND', {
      field,
      message: `${list} has no code ${code}. It has: ${valid.join(', ')}.`,
    });
  }
  return [...new Set(codes)];
}
