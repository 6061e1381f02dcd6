import { inArray, sql } from 'drizzle-orm';

import { systemViewer } from '../call/viewer.js';
import { checkValue } from '../check-input.js';
import { refuse } from '../errors.js';
import { refuseUnknown } from '../ids.js';
import { adminLevelOf } from '../values/admin-code.js';
import type { BaseTables } from './base-tables.js';
import type { Database } from './database.js';
import type { Transaction } from './transaction.js';

/** One administrative code of the register. */
export interface AreaEntry {
  readonly code: string;
  /** The day the code left the list, `YYYY-MM-DD`; null: in force. */
  readonly validTo: string | null;
  readonly replacedBy: string | null;
}

/** Brings a subgraph's copy of the register up to date. */
export async function plantAreas(
  database: Database,
  { area }: BaseTables,
  entries: readonly AreaEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  await database.write(systemViewer, { repeatable: true }, (tx) =>
    tx.db
      .insert(area)
      .values([...entries])
      .onConflictDoUpdate({
        target: area.code,
        set: { validTo: sql`excluded.valid_to`, replacedBy: sql`excluded.replaced_by` },
        setWhere: sql`(${area.validTo}, ${area.replacedBy})
          is distinct from (excluded.valid_to, excluded.replaced_by)`,
      }),
  );
}

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
  tx: Transaction,
  { area }: BaseTables,
  { districtCode, streetCode }: WrittenArea,
): Promise<void> {
  requireDistrictCode(districtCode);
  if (streetCode) requireStreetCode(streetCode, districtCode);
  const codes = streetCode ? [districtCode, streetCode] : [districtCode];
  const known = await tx.db.select().from(area).where(inArray(area.code, codes));
  requireInForce(known, districtCode, 'District', 'districtCode');
  if (streetCode) requireInForce(known, streetCode, 'Street', 'streetCode');
}

function requireDistrictCode(code: string): void {
  if (checkValue('districtCode', () => adminLevelOf(code)) === 'DISTRICT') return;
  refuse('BAD_USER_INPUT', {
    field: 'districtCode',
    message: `${code} is not the code of a district. Such a code has six digits and does not end in 00.`,
  });
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
