import { refuse, shanghaiDate, type WriteScope } from '@linju/kit';
import { eq } from 'drizzle-orm';

import type { CodeList } from '../rules/code-lists.js';
import { sharedTables } from '../tables/shared-tables.js';

/**
 * Lets codes pass that new records may use: of the list, and still valid.
 * @throws Refusal NOT_FOUND that lists the codes there are, CODE_RETIRED that names the replacement
 */
export async function requireCodes(
  { tx, now }: WriteScope,
  list: CodeList,
  codes: readonly string[],
  field: string,
): Promise<void> {
  if (codes.length === 0) return;
  const { codeValue } = sharedTables;
  const values = await tx.db.select().from(codeValue).where(eq(codeValue.list, list));
  for (const code of codes) {
    const known = values.find((value) => value.code === code);
    if (!known) {
      refuse('NOT_FOUND', {
        field,
        message: `${list} has no code ${code}. It has: ${values.map((value) => value.code).join(', ')}.`,
      });
    }
    if (known.validTo !== null && known.validTo <= shanghaiDate(now)) {
      refuse('CODE_RETIRED', {
        field,
        message: `${code} left the list ${list} on ${known.validTo}.${known.replacedBy ? ` Use ${known.replacedBy}.` : ''}`,
      });
    }
  }
}
