import { refuse, refuseUnknown, type Statement, type Transaction } from '@linju/kit';

import {
  requirePayable,
  requirePayableState,
  type GrantInState,
  type GrantState,
  type PayableGrant,
} from '../rules/grant-state.js';
import { fundIdOf } from '../rules/planned-transfer.js';
import type { TransferDraft } from '../rules/transfer-line.js';
import { inOneTrip } from './in-one-trip.js';

type Draft = TransferDraft & { readonly field: string };

/**
 * Lets new payments of grants pass. Each says which grant it pays, and what all payments of the set take
 * together must be left of the award; the grants stay locked, so that two sets cannot take it both.
 * @param replacedId the payment that is being replaced, which no longer counts; null: none
 * @throws Refusal RULE_VIOLATED, NOT_FOUND, PLACE_MISMATCH, ACCOUNT_OVERDRAWN
 */
export async function requireGrants(
  tx: Transaction,
  drafts: readonly Draft[],
  replacedId: string | null,
): Promise<void> {
  const unnamed = drafts.find(
    ({ code, sourceRef }) => code === 'GRANT_PAYMENT' && sourceRef?.type !== 'Grant',
  );
  if (unnamed) {
    refuse('RULE_VIOLATED', {
      field: `${unnamed.field}.sourceRef`,
      message: 'A GRANT_PAYMENT names the grant it pays as its sourceRef.',
    });
  }
  const ids = grantsNamed(drafts);
  if (ids.length === 0) return;
  // Two statements: only one that begins once the locks are held sees who held them until then.
  const [, grants] = await inOneTrip([
    tx.rows(lockGrants, { ids }),
    tx.rows(readGrants, { ids, replacedId }),
  ]);
  for (const id of ids)
    requireGrant(
      grants.find((grant) => grant.id === id),
      id,
      drafts,
    );
}

/**
 * Lets reserved payments be posted: their grants may still be paid. They stay locked, so that none is
 * suspended or cancelled meanwhile; what was reserved is within the award already.
 * @param grantIds of the grants that the payments name
 * @throws Refusal RULE_VIOLATED
 */
export async function requireGrantsPayable(
  tx: Transaction,
  grantIds: readonly string[],
  field: string,
): Promise<void> {
  if (grantIds.length === 0) return;
  const grants = await tx.rows(lockGrants, { ids: [...new Set(grantIds)] });
  for (const grant of grants) requirePayableState(grant, field);
}

const grantsNamed = (drafts: readonly Draft[]): readonly string[] => [
  ...new Set(
    drafts.flatMap(({ sourceRef }) => (sourceRef?.type === 'Grant' ? [sourceRef.id] : [])),
  ),
];

function requireGrant(grant: KnownGrant | undefined, id: string, drafts: readonly Draft[]): void {
  const named = drafts.filter(
    ({ sourceRef }) => sourceRef?.type === 'Grant' && sourceRef.id === id,
  );
  const [first] = named;
  const field = `${first?.field ?? 'lines'}.sourceRef`;
  const known = grant ?? refuseUnknown('Grant', id, field);
  if (named.some((draft) => fundIdOf(draft) !== known.fundId)) {
    refuse('PLACE_MISMATCH', { field, message: `Grant ${id} is paid by fund ${known.fundId}.` });
  }
  const payments = named.filter(({ code }) => code === 'GRANT_PAYMENT');
  const amountFen = payments.reduce((sum, payment) => sum + payment.amountFen, 0n);
  if (payments.length > 0) requirePayable(known, amountFen, field);
}

interface KnownGrant extends PayableGrant {
  readonly fundId: string;
}

// Read by the lock itself, a state is that of whoever held the lock until then.
const lockGrants: Statement<GrantInState> = {
  text: `select id, state from funds."grant" where id = any($1::text[]) order by id for no key update`,
  parameters: ({ ids }) => [ids],
  decode: ([id, state]) => ({ id, state }) as GrantInState,
};

// Payments that were posted or are reserved, less those that were taken back or are being replaced.
const readGrants: Statement<KnownGrant> = {
  text: `
    select g.id, g.fund_id, g.state, g.awarded_fen, coalesce(sum(p.amount_fen), 0)::bigint
    from funds."grant" g
    left join lateral (
      select t.amount_fen
      from funds.transfer t
      left join funds.set_resolution r on r.set_id = t.set_id
      where t.source_type = 'Grant' and t.source_id = g.id and t.code = 'GRANT_PAYMENT'
        and coalesce(r.state, 'PENDING') in ('PENDING', 'POSTED')
        and t.id is distinct from $2::text
        and not exists (select from funds.transfer c where c.corrects = t.id and c.code = 'CORRECTION')
    ) p on true
    where g.id = any($1::text[])
    group by g.id, g.fund_id, g.state, g.awarded_fen`,
  parameters: ({ ids, replacedId }) => [ids, replacedId],
  decode: ([id, fundId, state, awardedFen, committedFen]) => ({
    id: id as string,
    fundId: fundId as string,
    state: state as GrantState,
    awardedFen: awardedFen as bigint | null,
    committedFen: committedFen as bigint,
  }),
};
