import {
  parseId,
  refuse,
  refuseUnknown,
  requireWriter,
  runCommand,
  type CommandParts,
  type WriteScope,
} from '@linju/kit';
import { eq, inArray, sql } from 'drizzle-orm';

import { requireMergeable } from '../rules/may-merge.js';
import type { MergePartnersInput } from '../schema/partner-inputs.js';
import { distributionTable } from '../tables/distribution-table.js';
import { membershipTable } from '../tables/membership-table.js';
import { needMatchTable } from '../tables/need-tables.js';
import { partnerProjectPartnerTable } from '../tables/partner-project-tables.js';
import {
  partnerPersonalTable,
  partnerPremisesTable,
  partnerTable,
} from '../tables/partner-tables.js';
import { resourceItemTable } from '../tables/resource-item-table.js';
import { serviceOfferingTable } from '../tables/service-offering-tables.js';
import { requireRecord } from './require-record.js';

/**
 * Gives up one record of a partner in favour of another. The old id leads to the survivor, who takes over
 * memberships, services, matches, projects, resources and distributions; of two personal profiles one goes.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, MERGE_CYCLE, PLACE_MISMATCH, RULE_VIOLATED, DUPLICATE where both
 *         are members of one scheme or matched with one need
 */
export const mergePartners = (parts: CommandParts, input: MergePartnersInput) =>
  runCommand(parts, 'mergePartners', input, async (scope) => {
    const named = await requireRecord(scope, 'Partner', input.survivorId, 'survivorId');
    const ids = { merged: parseId('Partner', input.mergedId, 'mergedId'), survivor: named.id };
    const { merged, survivor } = await requireBoth(scope, ids);
    requireMergeable(merged, survivor);

    const followers = await giveUp(scope, merged.id, survivor.id);
    await moveRecords(scope, merged.id, survivor.id);
    await moveLinks(scope, merged.id, survivor.id);
    await requireNothingLeft(scope, merged.id);
    const { districtCode } = merged;
    for (const { id } of [merged, ...followers]) {
      await scope.changed({ type: 'Partner', id, districtCode, change: 'REMOVED' });
    }
    await scope.changed({ type: 'Partner', id: survivor.id, districtCode, change: 'CHANGED' });
    return { id: survivor.id };
  });

// Those that were merged into the given-up record before follow it, so that an id is always one step from its
// survivor.
async function giveUp({ tx }: WriteScope, merged: string, survivor: string) {
  const followers = await tx.db
    .update(partnerTable)
    .set({ mergedInto: survivor })
    .where(eq(partnerTable.mergedInto, merged))
    .returning({ id: partnerTable.id });
  await tx.db.update(partnerTable).set({ mergedInto: survivor }).where(eq(partnerTable.id, merged));
  return followers;
}

// Read first, then locked in the order of the ids: two merges the other way round wait instead of dying.
async function requireBoth(
  { tx, viewer }: WriteScope,
  ids: { readonly merged: string; readonly survivor: string },
) {
  const select = () =>
    tx.db
      .select()
      .from(partnerTable)
      .where(inArray(partnerTable.id, [ids.merged, ids.survivor]))
      .orderBy(partnerTable.id);
  const known = await select();
  for (const field of ['merged', 'survivor'] as const) {
    const row = known.find(({ id }) => id === ids[field]);
    if (!row) refuseUnknown('Partner', ids[field], `${field}Id`);
    requireWriter(viewer, row.districtCode);
  }
  const rows = await select().for('update');
  const rowOf = (id: string, field: string) =>
    rows.find((row) => row.id === id) ?? refuseUnknown('Partner', id, field);
  return { merged: rowOf(ids.merged, 'mergedId'), survivor: rowOf(ids.survivor, 'survivorId') };
}

const tablesOfPartner = [membershipTable, serviceOfferingTable, needMatchTable, distributionTable];

// What hangs on a membership or on a service follows it by its key of two columns.
async function moveRecords({ tx }: WriteScope, merged: string, survivor: string): Promise<void> {
  for (const table of tablesOfPartner) {
    await tx.db.update(table).set({ partnerId: survivor }).where(eq(table.partnerId, merged));
  }
  await tx.db
    .update(resourceItemTable)
    .set({ ownerPartnerId: survivor })
    .where(eq(resourceItemTable.ownerPartnerId, merged));
}

// A link that both have stays once, hence copied and deleted instead of updated.
async function moveLinks({ tx }: WriteScope, merged: string, survivor: string): Promise<void> {
  await tx.db.execute(sql`
    insert into ${partnerPremisesTable} (partner_id, facility_id, district_code)
    select ${survivor}, l.facility_id, l.district_code from ${partnerPremisesTable} l
    where l.partner_id = ${merged} on conflict do nothing`);
  await tx.db.execute(sql`
    insert into ${partnerProjectPartnerTable} (project_id, partner_id, district_code)
    select l.project_id, ${survivor}, l.district_code from ${partnerProjectPartnerTable} l
    where l.partner_id = ${merged} on conflict do nothing`);
  await tx.db.execute(sql`
    update ${partnerTable} set premises_state = 'KNOWN'
    where id = ${survivor} and exists (
      select from ${partnerPremisesTable} l where l.partner_id = ${survivor})`);
  for (const table of [partnerPremisesTable, partnerProjectPartnerTable, partnerPersonalTable]) {
    await tx.db.delete(table).where(eq(table.partnerId, merged));
  }
}

// The row policies pass over, in silence, what belongs to another district. Half a merge is none.
async function requireNothingLeft({ tx }: WriteScope, merged: string): Promise<void> {
  const left = await Promise.all([
    ...tablesOfPartner.map((table) =>
      tx.db.select({ of: table.partnerId }).from(table).where(eq(table.partnerId, merged)).limit(1),
    ),
    tx.db
      .select({ of: resourceItemTable.ownerPartnerId })
      .from(resourceItemTable)
      .where(eq(resourceItemTable.ownerPartnerId, merged))
      .limit(1),
    tx.db
      .select({ of: partnerProjectPartnerTable.partnerId })
      .from(partnerProjectPartnerTable)
      .where(eq(partnerProjectPartnerTable.partnerId, merged))
      .limit(1),
  ]);
  if (left.every((rows) => rows.length === 0)) return;
  refuse('RULE_VIOLATED', {
    field: 'mergedId',
    message:
      'Records of this partner belong to another district, so only linju itself can merge it. Name it the survivor, or ask for the merge.',
  });
}
