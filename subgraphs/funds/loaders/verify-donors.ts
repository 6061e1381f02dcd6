import type { Statement, Transaction } from '@linju/kit';

import { donorDigest } from '../rules/donor-digest.js';
import type { LedgerFault } from './verify-ledger.js';

interface StoredDonor {
  readonly transferId: string;
  readonly organisationId: string | null;
  readonly partnerId: string | null;
  readonly name: string | null;
  readonly salt: string;
  readonly digest: string | null;
}

/**
 * Holds each donor against the digest that the hash chain vouches for. A donor that was erased on
 * request leaves a digest that says nothing any more, and no fault.
 */
export async function findDonorFaults(tx: Transaction): Promise<readonly LedgerFault[]> {
  const faults: LedgerFault[] = [];
  for (let after: string | null = ''; after !== null;) {
    const donors: StoredDonor[] = await tx.rows(readDonors, { after, pageSize });
    faults.push(...donors.filter((donor) => !holds(donor)).map(faultOf));
    after = donors.length < pageSize ? null : (donors.at(-1)?.transferId ?? null);
  }
  return faults.slice(0, 20);
}

const pageSize = 2_000;

const holds = ({ organisationId, partnerId, name, salt, digest }: StoredDonor): boolean =>
  digest === donorDigest({ organisationId, partnerId, name }, salt);

const faultOf = ({ transferId }: StoredDonor): LedgerFault => ({
  check: 'donor',
  subject: transferId,
  message: 'The donor is not the one the transfer was posted with.',
});

const readDonors: Statement<StoredDonor> = {
  text: `
    select p.transfer_id, p.organisation_id, p.partner_id, p.name, p.salt, t.donor_digest
    from funds.transfer_personal p join funds.transfer t on t.id = p.transfer_id
    where p.transfer_id > $1
    order by p.transfer_id
    limit $2::int`,
  parameters: ({ after, pageSize: limit }) => [after, limit],
  decode: ([transferId, organisationId, partnerId, name, salt, digest]) =>
    ({ transferId, organisationId, partnerId, name, salt, digest }) as StoredDonor,
};
