import type { Statement, Transaction } from '@linju/kit';

import { donorDigest } from '../rules/donor-digest.js';
import { noteDigest } from '../rules/note-digest.js';
import type { LedgerFault } from './verify-ledger.js';

/** What the donors and notes beside the transfers came to. */
export interface DigestFindings {
  /** How many donors and notes are gone, each on somebody's request. */
  readonly erased: number;
  /** At most twenty of each check. */
  readonly faults: readonly LedgerFault[];
}

/**
 * Holds each donor and each note against the digest that the hash chain vouches for. What was erased on
 * request leaves a digest that says nothing any more, and no fault: it is counted, so that whoever erased
 * can hold the number against the requests.
 */
export async function findDigestFaults(tx: Transaction): Promise<DigestFindings> {
  let erased = 0;
  const donors: LedgerFault[] = [];
  const notes: LedgerFault[] = [];
  for (let after: string | null = ''; after !== null;) {
    const rows: VouchedRow[] = await tx.rows(readVouched, { after, pageSize });
    erased += rows.reduce((sum, row) => sum + erasedOf(row), 0);
    donors.push(...rows.filter((row) => !donorHolds(row)).map(donorFault));
    notes.push(...rows.filter((row) => !noteHolds(row)).map(noteFault));
    after = rows.length < pageSize ? null : (rows.at(-1)?.transferId ?? null);
  }
  return { erased, faults: [...donors.slice(0, 20), ...notes.slice(0, 20)] };
}

const pageSize = 2_000;

interface VouchedRow {
  readonly transferId: string;
  readonly donorDigest: string | null;
  readonly donorVisibility: string;
  readonly donor: {
    readonly organisation_id: string | null;
    readonly partner_id: string | null;
    readonly name: string | null;
    readonly salt: string;
    readonly visibility: string;
  } | null;
  readonly noteDigest: string | null;
  readonly note: { readonly note: string; readonly salt: string } | null;
}

const erasedOf = (row: VouchedRow): number =>
  Number(row.donorDigest !== null && !row.donor) + Number(row.noteDigest !== null && !row.note);

function donorHolds({ donor, donorDigest: digest, donorVisibility }: VouchedRow): boolean {
  if (!donor) return true;
  const { organisation_id: organisationId, partner_id: partnerId, name, salt } = donor;
  // The row policies go by the donor's own visibility, the chain vouches for the transfer's.
  return (
    donor.visibility === donorVisibility &&
    digest === donorDigest({ organisationId, partnerId, name }, salt)
  );
}

const noteHolds = ({ note, noteDigest: digest }: VouchedRow): boolean =>
  !note || digest === noteDigest(note.note, note.salt);

const donorFault = ({ transferId }: VouchedRow): LedgerFault => ({
  check: 'donor',
  subject: transferId,
  message: 'The donor is not the one the transfer was posted with, or is shown to others.',
});

const noteFault = ({ transferId }: VouchedRow): LedgerFault => ({
  check: 'note',
  subject: transferId,
  message: 'The note is not the one the transfer was posted with.',
});

const readVouched: Statement<VouchedRow> = {
  text: `
    select t.id, t.donor_digest, t.donor_visibility, to_jsonb(p), t.note_digest, to_jsonb(i)
    from funds.transfer t
    left join funds.transfer_personal p on p.transfer_id = t.id
    left join funds.transfer_internal i on i.transfer_id = t.id
    where t.id > $1
      and (num_nonnulls(t.donor_digest, t.note_digest, p.transfer_id, i.transfer_id) > 0)
    order by t.id
    limit $2::int`,
  parameters: ({ after, pageSize: limit }) => [after, limit],
  decode: ([transferId, digestOfDonor, donorVisibility, donor, digestOfNote, note]) =>
    ({
      ...{ transferId, donorVisibility, donor, note },
      donorDigest: digestOfDonor,
      noteDigest: digestOfNote,
    }) as VouchedRow,
};
