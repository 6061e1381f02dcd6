import { refuse, refuseUnknown, shanghaiDate, type WriteScope } from '@linju/kit';
import { and, eq, inArray } from 'drizzle-orm';

import type { CodeList } from '../rules/code-lists.js';
import { sharedTables } from '../tables/shared-tables.js';

/**
 * Codes that a new record may use: of the list, and valid today in Shanghai.
 * @returns the codes, each once
 * @throws Refusal NOT_FOUND, CODE_RETIRED that names the replacement
 */
export async function requireCodes(
  { tx, now }: WriteScope,
  list: CodeList,
  codes: readonly string[],
  field: string,
): Promise<string[]> {
  const asked = [...new Set(codes)];
  const { codeValue } = sharedTables;
  const values = await tx.db
    .select()
    .from(codeValue)
    .where(and(eq(codeValue.list, list), inArray(codeValue.code, asked)));
  const today = shanghaiDate(now);
  for (const code of asked) {
    const known = values.find((value) => value.code === code) ?? refuseUnknown(list, code, field);
    if (known.validTo === null || known.validTo > today) continue;
    refuse('CODE_RETIRED', {
      field,
      message: `${code} left the list ${list} on ${known.validTo}.${known.replacedBy ? ` Use ${known.replacedBy}.` : ''}`,
    });
  }
  return asked;
}
