import { inArray } from 'drizzle-orm';

import { checkValue } from '../check-input.js';
import type { AreaEntry } from '../data/area-register.js';
import { refuse } from '../errors.js';
import { refuseUnknown } from '../ids.js';
import { adminLevelOf } from '../values/admin-code.js';
import { requireDistrictCode } from './require-writer.js';
import type { WriteScope } from './write-scope.js';

/** A place as a writer names it. */
export interface WrittenArea {
  readonly districtCode: string;
  readonly streetCode?: string | null | undefined;
}

/**
 * Lets a place pass that a new record may have: codes known and in force, the street in the district.
 * @throws Refusal BAD_USER_INPUT, PLACE_MISMATCH, NOT_FOUND, CODE_RETIRED
 */
export async function requireArea(
  { tx, tables: { area } }: Pick<WriteScope, 'tx' | 'tables'>,
  { districtCode, streetCode }: WrittenArea,
): Promise<void> {
  requireDistrictCode(districtCode);
  const street = streetCode ?? null;
  if (street !== null) requireStreetCode(street, districtCode);
  const codes = street === null ? [districtCode] : [districtCode, street];
  const known = await tx.db.select().from(area).where(inArray(area.code, codes));
  requireInForce(known, districtCode, 'District', 'districtCode');
  if (street !== null) requireInForce(known, street, 'Street', 'streetCode');
}

function requireStreetCode(code: string, districtCode: string): void {
  if (checkValue('streetCode', () => adminLevelOf(code)) !== 'STREET') {
    refuse('BAD_USER_INPUT', {
      field: 'streetCode',
      message: `${code} is not the code of a street or town. Such a code has nine digits.`,
    });
  }
  if (code.startsWith(districtCode)) return;
  refuse('PLACE_MISMATCH', {
    field: 'streetCode',
    message: `Street ${code} is not in district ${districtCode}: its code begins with ${code.slice(0, 6)}.`,
  });
}

function requireInForce(
  known: readonly AreaEntry[],
  code: string,
  type: string,
  field: string,
): void {
  const entry = known.find((area) => area.code === code) ?? refuseUnknown(type, code, field);
  if (entry.validTo === null) return;
  refuse('CODE_RETIRED', {
    field,
    message:
      `Code ${code} left the list on ${entry.validTo}. ` +
      (entry.replacedBy ? `Use ${entry.replacedBy}.` : 'Use the unit that took over the place.'),
  });
}
