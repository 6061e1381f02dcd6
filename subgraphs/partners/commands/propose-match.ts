import { recordMove, recordNew, runCommand, type CommandParts, type WriteScope } from '@linju/kit';
import { and, eq } from 'drizzle-orm';

import { lapsesAt, matchStateAt } from '../rules/match-deadline.js';
import { requireFits } from '../rules/match-fits.js';
import { requireProposer } from '../rules/may-move-match.js';
import type { ProposeMatchInput } from '../schema/need-inputs.js';
import { membershipTable } from '../tables/membership-table.js';
import { needMatchTable } from '../tables/need-tables.js';
import { requireRecord } from './require-record.js';

/**
 * Proposes that a partner meets a need: an officer of the need's district, or the partner's own app. The other
 * side has seven days to answer.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, MOVE_NOT_ALLOWED for a need that is not open, RULE_VIOLATED,
 *         DUPLICATE while a match of the two is open
 */
export const proposeMatch = (parts: CommandParts, input: ProposeMatchInput) =>
  runCommand(parts, 'proposeMatch', input, async (scope) => {
    const need = await requireRecord(scope, 'NeedItem', input.needId, 'needId');
    const partner = await requireRecord(scope, 'Partner', input.partnerId, 'partnerId');
    const { districtCode } = need;
    const proposedBy = requireProposer(scope.viewer, { districtCode, partnerId: partner.id });
    const { offeringId = null } = input;
    const offering =
      offeringId !== null
        ? await requireRecord(scope, 'ServiceOffering', offeringId, 'offeringId')
        : null;
    const isActivePartner = await hasActiveMembership(scope, partner.id);
    requireFits({ need, partnerId: partner.id, offering, isActivePartner });
    await recordLapses(scope, need.id, partner.id);

    const id = scope.newId('NeedMatch');
    await scope.tx.db.insert(needMatchTable).values({
      id,
      needId: need.id,
      partnerId: partner.id,
      offeringId: offering?.id ?? null,
      districtCode,
      crossDistrict: partner.districtCode !== districtCode,
      proposedBy,
      state: 'PROPOSED',
      proposedAt: scope.now,
    });
    const begins = { state: 'PROPOSED', at: scope.now };
    return recordNew(scope, { type: 'NeedMatch', id, districtCode, begins });
  });

async function hasActiveMembership({ tx }: WriteScope, partnerId: string): Promise<boolean> {
  const active = await tx.db
    .select({ id: membershipTable.id })
    .from(membershipTable)
    .where(and(eq(membershipTable.partnerId, partnerId), eq(membershipTable.state, 'ACTIVE')))
    .limit(1);
  return active.length > 0;
}

// A proposal of the two that nobody answered has lapsed; now that it stands in the way, it is written down.
async function recordLapses(scope: WriteScope, needId: string, partnerId: string): Promise<void> {
  const proposed = await scope.tx.db
    .select()
    .from(needMatchTable)
    .where(
      and(
        eq(needMatchTable.needId, needId),
        eq(needMatchTable.partnerId, partnerId),
        eq(needMatchTable.state, 'PROPOSED'),
      ),
    )
    .for('update');
  for (const match of proposed) {
    if (matchStateAt(match, scope.now) !== 'LAPSED') continue;
    await scope.tx.db
      .update(needMatchTable)
      .set({ state: 'LAPSED' })
      .where(eq(needMatchTable.id, match.id));
    await recordMove(scope, 'NeedMatch', match, {
      from: 'PROPOSED',
      to: 'LAPSED',
      effectiveAt: lapsesAt(match.proposedAt),
      actorOrg: null,
      reason: null,
      note: null,
    });
  }
}
