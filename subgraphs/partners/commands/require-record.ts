import { parseId, refuseUnknown, type WriteScope } from '@linju/kit';
import { eq } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';

import { requireWriter } from '../rules/may-write.js';
import { agreementTable } from '../tables/agreement-tables.js';
import { distributionTable } from '../tables/distribution-table.js';
import { membershipTable } from '../tables/membership-table.js';
import { needItemTable, needMatchTable } from '../tables/need-tables.js';
import { partnerProjectTable } from '../tables/partner-project-tables.js';
import { partnerSchemeTable } from '../tables/partner-scheme-table.js';
import { partnerTable } from '../tables/partner-tables.js';
import { serviceOfferingTable } from '../tables/service-offering-tables.js';

/** The tables whose records a write may name, by type. */
const tables = {
  Agreement: agreementTable,
  Distribution: distributionTable,
  Membership: membershipTable,
  NeedItem: needItemTable,
  NeedMatch: needMatchTable,
  Partner: partnerTable,
  PartnerProject: partnerProjectTable,
  PartnerScheme: partnerSchemeTable,
  ServiceOffering: serviceOfferingTable,
} as const;

/** A type whose records a write may name. */
export type RecordType = keyof typeof tables;

/** The row of such a record. */
export type RecordRow<Type extends RecordType> = (typeof tables)[Type]['$inferSelect'];

/**
 * A record that a write names and does not change.
 * @throws Refusal BAD_USER_INPUT, NOT_FOUND
 */
export async function requireRecord<Type extends RecordType>(
  { tx }: WriteScope,
  type: Type,
  id: string,
  field: string,
): Promise<RecordRow<Type>> {
  const table = tableOf(type);
  const [row] = await tx.db
    .select()
    .from(table)
    .where(eq(table.id, parseId(type, id, field)));
  return (row as RecordRow<Type> | undefined) ?? refuseUnknown(type, id, field);
}

/**
 * A record that a write is about to change, locked until the write ends. It is first read without the lock:
 * the row policy hides from the lock what the viewer may not change, and "not yours" must not read "not there".
 * @throws Refusal BAD_USER_INPUT, NOT_FOUND, NOT_AUTHORISED
 */
export async function requireOwnRecord<Type extends RecordType>(
  scope: WriteScope,
  type: Type,
  id: string,
  field: string,
): Promise<RecordRow<Type>> {
  const { districtCode } = await requireRecord(scope, type, id, field);
  requireWriter(scope.viewer, districtCode);
  return lockRecord(scope, type, id, field);
}

/**
 * Locks a record whose right to be changed was settled before.
 * @throws Refusal NOT_FOUND
 */
export async function lockRecord<Type extends RecordType>(
  { tx }: WriteScope,
  type: Type,
  id: string,
  field: string,
): Promise<RecordRow<Type>> {
  const table = tableOf(type);
  const [row] = await tx.db.select().from(table).where(eq(table.id, id)).for('update');
  return (row as RecordRow<Type> | undefined) ?? refuseUnknown(type, id, field);
}

/**
 * A partner that a write names; a merged id gives the survivor.
 * @throws Refusal BAD_USER_INPUT, NOT_FOUND
 */
export async function requirePartner(
  scope: WriteScope,
  id: string,
  field = 'partnerId',
): Promise<RecordRow<'Partner'>> {
  const named = await requireRecord(scope, 'Partner', id, field);
  return named.mergedInto === null
    ? named
    : requireRecord(scope, 'Partner', named.mergedInto, field);
}

// Which table it is decides the type of the row, which the compiler cannot follow through a look-up.
const tableOf = (type: RecordType) => tables[type] as PgTable & { readonly id: PgColumn };
