import type { ChainHead, ProvenanceMethod, Statement, Transaction } from '@linju/kit';

import type { AccountMove } from '../rules/account-moves.js';
import type { Donor } from '../rules/donor.js';
import { ledgerOf, type EntryKind, type LedgerTransfer } from '../rules/ledger-transfer.js';
import type { SetFacts } from '../rules/planned-transfer.js';

/** A set with all that is written for it. */
export interface WrittenSet {
  readonly facts: SetFacts;
  readonly kind: EntryKind;
  readonly provenance: SetProvenance;
  readonly transfers: readonly WrittenTransfer[];
  readonly moves: readonly AccountMove[];
  readonly heads: readonly LedgerHead[];
  readonly changes: readonly ChangedRecord[];
}

/** Where the transfers of a set come from. */
export interface SetProvenance {
  readonly sourceId: string;
  readonly method: ProvenanceMethod;
  readonly asOf: Date | null;
}

/** A transfer with its link of the chain, and what stands beside it. */
export interface WrittenTransfer {
  readonly transfer: LedgerTransfer;
  readonly link: ChainHead;
  readonly donor: (Donor & { readonly salt: string }) | null;
  readonly note: { readonly text: string; readonly salt: string } | null;
}

/** The new head of one chain. */
export interface LedgerHead extends ChainHead {
  readonly ledgerId: string;
}

/** A record that is told in the outbox. */
export interface ChangedRecord {
  readonly type: string;
  readonly id: string;
  readonly change: 'CREATED' | 'CHANGED';
}

/**
 * Writes a set of 1 to 100 transfers in one statement, whatever their number: the set, transfers,
 * entries, donors, notes, outcomes, links and heads of the chains, counters of the accounts,
 * provenance and outbox. Locks are held by then; rows the statement does not find are a bug.
 * @returns how many counters and heads were changed
 */
export async function writeSet(tx: Transaction, set: WrittenSet): Promise<number> {
  const [row] = await tx.rows(insertSet, parametersOf(set));
  return row?.changed ?? 0;
}

function parametersOf(set: WrittenSet): Readonly<Record<string, unknown>> {
  const { facts, transfers } = set;
  return {
    set: json({
      id: facts.setId,
      size: facts.setSize,
      district_code: facts.districtCode,
      caller: facts.caller,
      idempotency_key: facts.idempotencyKey,
      recorded_at: facts.recordedAt,
      imported: facts.imported,
      kind: set.kind,
      source_id: set.provenance.sourceId,
      method: set.provenance.method,
      as_of: set.provenance.asOf,
    }),
    lines: json(transfers.map(lineRow)),
    outcomes: json(transfers.flatMap(outcomeRows)),
    donors: json(transfers.flatMap(donorRows)),
    notes: json(transfers.flatMap(noteRows)),
    moves: json(set.moves.map(moveRow)),
    heads: json(set.heads),
    changes: json(set.changes),
  };
}

const lineRow = ({ transfer, link }: WrittenTransfer) => ({
  id: transfer.id,
  line: transfer.line,
  fund_id: transfer.fundId,
  ledger_id: ledgerOf(transfer),
  partner_id: transfer.partnerId,
  from_account: transfer.fromAccount,
  to_account: transfer.toAccount,
  amount_fen: transfer.amountFen,
  code: transfer.code,
  channel: transfer.channel,
  phase: transfer.phase,
  purpose: transfer.purpose,
  corrects: transfer.corrects,
  correction_note: transfer.correctionNote,
  source_type: transfer.sourceRef?.type ?? null,
  source_id: transfer.sourceRef?.id ?? null,
  valuation_basis: transfer.valuationBasis,
  effective_at: transfer.effectiveAt,
  related_party: transfer.relatedParty,
  donor_kind: transfer.donorKind,
  donor_visibility: transfer.donorVisibility,
  donor_digest: transfer.donorDigest,
  note_digest: transfer.noteDigest,
  position: link.position,
  hash: link.hash,
});

const outcomeRows = ({ transfer: { id, outcomes } }: WrittenTransfer) =>
  outcomes.map((outcome) => ({ transfer_id: id, ...outcome, weight_bps: outcome.weightBps }));

const donorRows = ({ transfer, donor }: WrittenTransfer) =>
  donor
    ? [
        {
          transfer_id: transfer.id,
          visibility: transfer.donorVisibility,
          organisation_id: donor.organisationId,
          partner_id: donor.partnerId,
          name: donor.name,
          salt: donor.salt,
        },
      ]
    : [];

const noteRows = ({ transfer, note }: WrittenTransfer) =>
  note ? [{ transfer_id: transfer.id, note: note.text, salt: note.salt }] : [];

/** One account's counters as the statements here take them. */
export const moveRow = (move: AccountMove) => ({
  code: move.code,
  posted_in: move.postedIn,
  posted_out: move.postedOut,
  pending_in: move.pendingIn,
  pending_out: move.pendingOut,
});

/** JSON with fen as digits: Postgres reads them as they are, JavaScript never sees them as a number. */
export const json = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? part.toString() : part));

// Each part of the set comes as one JSON parameter and is spread into rows by json_to_recordset, so
// that one prepared text serves 1 line and 100. A `with` part that writes runs once, whether or not
// it is read. Keys between the parts are checked when the whole statement has ended, and whether
// the set is whole at commit (0002_ledger.sql).
const insertSet: Statement<{ readonly changed: number }> = {
  text: `
    with s as materialized (
      select * from json_to_record($1::json) as s(
        id text, size int, district_code text, caller text, idempotency_key text, recorded_at timestamptz,
        imported boolean, kind text, source_id text, method text, as_of timestamptz)
    ), l as materialized (
      select * from json_to_recordset($2::json) as l(
        id text, line int, fund_id text, ledger_id text, partner_id text, from_account text, to_account text,
        amount_fen bigint, code text, channel text, phase text, purpose text, corrects text, correction_note text,
        source_type text, source_id text, valuation_basis text, effective_at timestamptz, related_party boolean,
        donor_kind text, donor_visibility text, donor_digest text, note_digest text, position bigint, hash text)
    ), new_set as (
      insert into funds.transfer_set (id, size, district_code, caller, idempotency_key)
      select id, size, district_code, caller, idempotency_key from s
    ), new_transfer as (
      insert into funds.transfer (id, set_id, set_size, line, district_code, fund_id, ledger_id, partner_id,
        from_account, to_account, amount_fen, code, channel, phase, purpose, corrects, correction_note, source_type,
        source_id, valuation_basis, effective_at, recorded_at, imported, related_party, donor_kind, donor_visibility,
        donor_digest, note_digest)
      select l.id, s.id, s.size, l.line, s.district_code, l.fund_id, l.ledger_id, l.partner_id,
        l.from_account, l.to_account, l.amount_fen, l.code, l.channel, l.phase, l.purpose, l.corrects,
        l.correction_note, l.source_type, l.source_id, l.valuation_basis, l.effective_at, s.recorded_at, s.imported,
        l.related_party, l.donor_kind, l.donor_visibility, l.donor_digest, l.note_digest
      from l cross join s
    ), new_entry as (
      insert into funds.entry (transfer_id, side, account_code, amount_fen, district_code)
      select l.id, e.side, e.account_code, e.amount_fen, s.district_code
      from l cross join s cross join lateral (values
        ('DEBIT', l.from_account, -l.amount_fen),
        ('CREDIT', l.to_account, l.amount_fen)) as e(side, account_code, amount_fen)
    ), new_resolution as (
      insert into funds.set_resolution (set_id, district_code, state, recorded_at)
      select id, district_code, 'POSTED', recorded_at from s where kind = 'POSTED'
    ), new_outcome as (
      insert into funds.transfer_outcome (transfer_id, outcome_type, outcome_id, weight_bps, district_code)
      select o.transfer_id, o.type, o.id, o.weight_bps, s.district_code
      from json_to_recordset($3::json) as o(transfer_id text, type text, id text, weight_bps int) cross join s
    ), new_donor as (
      insert into funds.transfer_personal
        (transfer_id, district_code, visibility, organisation_id, partner_id, name, salt)
      select d.transfer_id, s.district_code, d.visibility, d.organisation_id, d.partner_id, d.name, d.salt
      from json_to_recordset($4::json) as d(
        transfer_id text, visibility text, organisation_id text, partner_id text, name text, salt text) cross join s
    ), new_note as (
      insert into funds.transfer_internal (transfer_id, district_code, note, salt)
      select n.transfer_id, s.district_code, n.note, n.salt
      from json_to_recordset($5::json) as n(transfer_id text, note text, salt text) cross join s
    ), new_link as (
      insert into funds.ledger_link (ledger_id, position, kind, transfer_id, hash, district_code)
      select l.ledger_id, l.position, s.kind, l.id, l.hash, s.district_code from l cross join s
    ), moved_account as (
      update funds.account a set
        posted_in = a.posted_in + m.posted_in, posted_out = a.posted_out + m.posted_out,
        pending_in = a.pending_in + m.pending_in, pending_out = a.pending_out + m.pending_out
      from json_to_recordset($6::json) as m(
        code text, posted_in bigint, posted_out bigint, pending_in bigint, pending_out bigint)
      where a.code = m.code
      returning 1
    ), moved_head as (
      update funds.ledger_head h set position = n.position, hash = n.hash
      from json_to_recordset($7::json) as n("ledgerId" text, position bigint, hash text)
      where h.ledger_id = n."ledgerId"
      returning 1
    ), new_provenance as (
      insert into funds.provenance
        (entity_type, entity_id, district_code, source_id, method, as_of, recorded_at, confidence)
      select 'Transfer', l.id, s.district_code, s.source_id, s.method, s.as_of, s.recorded_at, 'HIGH' from l cross join s
    ), new_change as (
      insert into funds.outbox (entity_type, entity_id, change, district_code, at)
      select c.type, c.id, c.change, s.district_code, s.recorded_at
      from json_to_recordset($8::json) as c(type text, id text, change text) cross join s
    )
    select (select count(*) from moved_account)::int + (select count(*) from moved_head)::int`,
  parameters: ({ set, lines, outcomes, donors, notes, moves, heads, changes }) => [
    set,
    lines,
    outcomes,
    donors,
    notes,
    moves,
    heads,
    changes,
  ],
  decode: ([changed]) => ({ changed: changed as number }),
};
