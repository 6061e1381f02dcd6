import {
  recordMove,
  requireSettledMove,
  runCommand,
  type CommandParts,
  type SettledMove,
  type WriteScope,
} from '@linju/kit';
import { and, eq, inArray } from 'drizzle-orm';

import { requireAgreementWhereDue } from '../rules/activation.js';
import { membershipStates, requireReason } from '../rules/membership-states.js';
import type { MoveMembershipInput } from '../schema/membership-inputs.js';
import { agreementTable } from '../tables/agreement-tables.js';
import { membershipTable } from '../tables/membership-table.js';
import { requireWritable, requireRecord, type RecordRow } from './require-record.js';

/**
 * Moves a membership: review, admit, reject, sign, activate, suspend, leave.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, MOVE_NOT_ALLOWED, RULE_VIOLATED where an agreement is due,
 *         BAD_USER_INPUT
 */
export const moveMembership = (parts: CommandParts, input: MoveMembershipInput) =>
  runCommand(parts, 'moveMembership', input, async (scope) => {
    const { to } = input;
    const membership = await requireWritable(
      scope,
      'Membership',
      input.membershipId,
      'membershipId',
    );
    const moved = { from: membership.state, to, written: input };
    const move = await requireSettledMove(scope, membershipStates, membership, moved);
    requireReason(to, move.reason);
    await requireAgreement(scope, membership, to);

    await scope.tx.db
      .update(membershipTable)
      .set({ state: to, ...admission(move) })
      .where(eq(membershipTable.id, membership.id));
    await recordMove(scope, 'Membership', membership, move);
    return { id: membership.id };
  });

const admission = ({ to, effectiveAt, actorOrg }: SettledMove<string>) =>
  to === 'ADMITTED' ? { admittedAt: effectiveAt, admittedBy: actorOrg } : {};

async function requireAgreement(
  scope: WriteScope,
  { id, partnerId, state: from }: RecordRow<'Membership'>,
  to: RecordRow<'Membership'>['state'],
): Promise<void> {
  const partner = await requireRecord(scope, 'Partner', partnerId, 'membershipId');
  const binding = await scope.tx.db
    .select({ id: agreementTable.id })
    .from(agreementTable)
    .where(
      and(
        eq(agreementTable.membershipId, id),
        inArray(agreementTable.state, ['SIGNED', 'IN_FORCE']),
      ),
    )
    .limit(1);
  const hasBindingAgreement = binding.length > 0;
  requireAgreementWhereDue({ from, to, partnerType: partner.type, hasBindingAgreement });
}
