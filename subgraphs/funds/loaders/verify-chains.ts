import {
  emptyChain,
  findChainBreak,
  type ChainHead,
  type Statement,
  type Transaction,
} from '@linju/kit';

import {
  resolutionPayload,
  transferPayload,
  type EntryKind,
  type LedgerTransfer,
  type SetResolution,
} from '../rules/ledger-transfer.js';
import type { OutcomeShare } from '../rules/outcome-type.js';
import type { LedgerFault } from './verify-ledger.js';

type StoredLink = ChainHead & { readonly payload: unknown };

/**
 * Follows every hash chain from its start to its head, reading what each link vouches for again
 * from the records. Links that were added since the head was read are for the next time.
 */
export async function findChainFaults(tx: Transaction): Promise<readonly LedgerFault[]> {
  const faults: LedgerFault[] = [];
  for (const head of await tx.rows(readHeads, {})) {
    const message = await faultOfChain(tx, head);
    if (message) faults.push({ check: 'chain', subject: head.ledgerId, message });
  }
  return faults;
}

// One page at a time: a chain grows for ever, what is held of it does not.
const pageSize = 2_000;

async function faultOfChain(tx: Transaction, head: LedgerHead): Promise<string | null> {
  let last = emptyChain(head.ledgerId);
  while (last.position < head.position) {
    const { ledgerId, position } = head;
    const links = await tx.rows(readLinks, {
      ledgerId,
      after: last.position,
      upTo: position,
      pageSize,
    });
    const found = findChainBreak(last, links);
    if (found) return `Link ${found.position} does not hold: ${whatFor[found.reason]}.`;
    const end = links.at(-1);
    if (!end) return `Links ${last.position + 1} to ${position} are missing.`;
    last = { position: end.position, hash: end.hash };
  }
  return last.hash === head.hash ? null : 'The head is not the last link.';
}

const whatFor = {
  GAP: 'one is missing or comes twice',
  HASH: 'it, or what it vouches for, was changed',
} as const;

interface LedgerHead extends ChainHead {
  readonly ledgerId: string;
}

const readHeads: Statement<LedgerHead> = {
  text: `select ledger_id, position, hash from funds.ledger_head order by ledger_id`,
  parameters: () => [],
  decode: ([ledgerId, position, hash]) => ({
    ledgerId: ledgerId as string,
    position: Number(position),
    hash: hash as string,
  }),
};

const readLinks: Statement<StoredLink> = {
  text: `
    select l.position, l.hash, l.kind, to_jsonb(t), to_jsonb(r),
      (select jsonb_agg(jsonb_build_object('type', o.outcome_type, 'id', o.outcome_id, 'weightBps', o.weight_bps))
        from funds.transfer_outcome o where o.transfer_id = t.id)
    from funds.ledger_link l
    left join funds.transfer t on t.id = l.transfer_id
    left join funds.set_resolution r on r.set_id = l.set_id
    where l.ledger_id = $1 and l.position > $2::bigint and l.position <= $3::bigint
    order by l.position
    limit $4::int`,
  parameters: ({ ledgerId, after, upTo, pageSize: limit }) => [ledgerId, after, upTo, limit],
  decode: ([position, hash, kind, transfer, resolution, outcomes]) => ({
    position: Number(position),
    hash: hash as string,
    payload:
      kind === 'RESOLVED'
        ? resolutionPayload(resolutionOf(resolution as JsonRow))
        : transferPayload(
            transferOf(transfer as JsonRow, (outcomes ?? []) as readonly OutcomeShare[]),
            kind as EntryKind,
          ),
  }),
};

type JsonRow = Readonly<Record<string, unknown>>;

const instantOf = (text: unknown): Date => new Date(text as string);

const resolutionOf = (row: JsonRow): SetResolution =>
  ({
    setId: row['set_id'],
    state: row['state'],
    effectiveAt: instantOf(row['effective_at']),
    recordedAt: instantOf(row['recorded_at']),
    reason: row['reason'],
  }) as SetResolution;

const transferOf = (row: JsonRow, outcomes: readonly OutcomeShare[]): LedgerTransfer =>
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
  }) as LedgerTransfer;
