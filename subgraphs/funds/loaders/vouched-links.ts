import type { ChainHead, Statement } from '@linju/kit';

import {
  resolutionPayload,
  transferPayload,
  type EntryKind,
  type LedgerTransfer,
  type SetResolution,
} from '../rules/ledger-transfer.js';
import type { OutcomeShare } from '../rules/outcome-type.js';

/** A link of a chain with what it vouches for, as the records have that now. */
export interface VouchedLink extends ChainHead {
  readonly payload: unknown;
  /** What it vouches for that is not there, as the end of a sentence; null: it is there. */
  readonly missing: string | null;
}

/**
 * One page of a chain: the links of `ledgerId` behind position `after`, up to `upTo`, at most `pageSize`.
 * Records that are not there, which no reference can keep from an owner of the tables, break the chain
 * and no more.
 */
export const readLinks: Statement<VouchedLink> = {
  text: `
    select l.position, l.hash, l.kind, coalesce(l.transfer_id, l.set_id), to_jsonb(t), to_jsonb(s), to_jsonb(r),
      (select jsonb_agg(jsonb_build_object('type', o.outcome_type, 'id', o.outcome_id, 'weightBps', o.weight_bps))
        from funds.transfer_outcome o where o.transfer_id = t.id)
    from funds.ledger_link l
    left join funds.transfer t on t.id = l.transfer_id
    left join funds.transfer_set s on s.id = t.set_id
    left join funds.set_resolution r on r.set_id = l.set_id
    where l.ledger_id = $1 and l.position > $2::bigint and l.position <= $3::bigint
    order by l.position
    limit $4::int`,
  parameters: ({ ledgerId, after, upTo, pageSize: limit }) => [ledgerId, after, upTo, limit],
  decode: ([position, hash, kind, subject, transfer, set, resolution, outcomes]) => ({
    position: Number(position),
    hash: hash as string,
    ...(kind === 'RESOLVED'
      ? vouchedResolution(subject as string, resolution as JsonRow | null)
      : vouchedTransfer(subject as string, kind as EntryKind, {
          transfer: transfer as JsonRow | null,
          set: set as JsonRow | null,
          outcomes: (outcomes ?? []) as readonly OutcomeShare[],
        })),
  }),
};

type JsonRow = Readonly<Record<string, unknown>>;
type Vouched = Pick<VouchedLink, 'payload' | 'missing'>;

interface TransferParts {
  readonly transfer: JsonRow | null;
  readonly set: JsonRow | null;
  readonly outcomes: readonly OutcomeShare[];
}

const vouchedResolution = (setId: string, resolution: JsonRow | null): Vouched =>
  resolution
    ? { payload: resolutionPayload(resolutionOf(resolution)), missing: null }
    : absent(`the resolution of ${setId}, which it vouches for, is not there`);

function vouchedTransfer(
  id: string,
  kind: EntryKind,
  { transfer, set, outcomes }: TransferParts,
): Vouched {
  if (!transfer) return absent(`${id}, which it vouches for, is not there`);
  if (!set) return absent(`the set of ${id}, which it vouches for, is not there`);
  return { payload: transferPayload(transferOf(transfer, set, outcomes), kind), missing: null };
}

// No link was ever made over nothing, so the chain breaks here.
const absent = (missing: string): Vouched => ({ payload: null, missing });

// An instant that JavaScript has not (infinity, a year before Christ) was put in behind our back. It
// stays a text, which no link vouches for.
function instantOf(text: unknown): Date {
  const instant = new Date(text as string);
  return Number.isNaN(instant.getTime()) ? (text as Date) : instant;
}

const resolutionOf = (row: JsonRow): SetResolution =>
  ({
    setId: row['set_id'],
    state: row['state'],
    effectiveAt: instantOf(row['effective_at']),
    recordedAt: instantOf(row['recorded_at']),
    reason: row['reason'],
  }) as SetResolution;

const transferOf = (
  row: JsonRow,
  set: JsonRow,
  outcomes: readonly OutcomeShare[],
): LedgerTransfer =>
  ({
    id: row['id'],
    setId: row['set_id'],
    setSize: row['set_size'],
    line: row['line'],
    districtCode: row['district_code'],
    fundId: row['fund_id'],
    partnerId: row['partner_id'],
    fromAccount: row['from_account'],
    toAccount: row['to_account'],
    // At most 10^12, so JSON carried it exactly.
    amountFen: BigInt(row['amount_fen'] as number),
    code: row['code'],
    channel: row['channel'],
    phase: row['phase'],
    purpose: row['purpose'],
    corrects: row['corrects'],
    correctionNote: row['correction_note'],
    sourceRef:
      row['source_type'] === null ? null : { type: row['source_type'], id: row['source_id'] },
    outcomes,
    valuationBasis: row['valuation_basis'],
    effectiveAt: instantOf(row['effective_at']),
    recordedAt: instantOf(row['recorded_at']),
    imported: row['imported'],
    relatedParty: row['related_party'],
    donorKind: row['donor_kind'],
    donorVisibility: row['donor_visibility'],
    donorDigest: row['donor_digest'],
    noteDigest: row['note_digest'],
    caller: set['caller'],
    idempotencyKey: set['idempotency_key'],
  }) as LedgerTransfer;
