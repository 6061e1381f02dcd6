import { systemViewer, type Database, type Transaction } from '@linju/kit';

import { ledgerChecks, readLedgerSize } from './ledger-checks.js';
import { findChainFaults } from './verify-chains.js';
import { findDigestFaults } from './verify-digests.js';

/** What checking the whole ledger came to. */
export interface LedgerReport {
  readonly transfers: number;
  readonly sets: number;
  /** How many hash chains there are. */
  readonly ledgers: number;
  /** Debits and credits together (M40), fen; must be 0. */
  readonly differenceFen: bigint;
  /** How many donors and notes are gone, each on somebody's request; see `findDigestFaults`. */
  readonly erased: number;
  /** Empty when the ledger holds. At most twenty of each check. */
  readonly faults: readonly LedgerFault[];
}

/** Something that does not hold. */
export interface LedgerFault {
  /** Which check found it, such as `balance` or `chain`. */
  readonly check: string;
  /** What it is about: the id of a transfer or set, the code of an account, the name of a ledger. */
  readonly subject: string;
  /** A sentence for the operator. */
  readonly message: string;
}

/**
 * Works the whole ledger out again from its entries and says where it does not hold: debits and
 * credits, entries and their transfers, whole sets, counters of accounts, weights of outcomes, districts,
 * hash chains, donors, notes. It reads and never changes; writers go on meanwhile: each check is one
 * statement and so of one moment, and what chains and digests vouch for is never changed. For the
 * operator (`linju ledger verify`, `linju doctor`), who sees every district.
 *
 * What it cannot prove: that nobody with the rights of the database's owner rewrote all hashes from some
 * link on, or took a ledger out whole, or its last links, with everything that tells of it (provenance,
 * outbox, idempotency keys, moves of the fund, grants and pledges; while one of them is left the check
 * `records` finds it). No chain proves its own length. Against that helps only what was noted elsewhere:
 * an earlier report, whose numbers never fall, or a head of the chain kept outside this database.
 */
export const verifyLedger = (database: Database): Promise<LedgerReport> =>
  database.write(systemViewer, { repeatable: true }, async (tx) => {
    await tx.rows(allowTime, {});
    const [size] = await tx.rows(readLedgerSize, {});
    const { transfers = 0, sets = 0, ledgers = 0, differenceFen = 0n } = size ?? {};
    const digests = await findDigestFaults(tx);
    const faults = [
      ...(differenceFen === 0n ? [] : [unbalanced(differenceFen)]),
      ...(await runChecks(tx)),
      ...(await findChainFaults(tx)),
      ...digests.faults,
    ];
    return { transfers, sets, ledgers, differenceFen, erased: digests.erased, faults };
  });

async function runChecks(tx: Transaction): Promise<readonly LedgerFault[]> {
  const found: LedgerFault[] = [];
  for (const { check, statement, message } of ledgerChecks) {
    const rows = await tx.rows(statement, {});
    found.push(...rows.map(({ subject }) => ({ check, subject, message })));
  }
  return found;
}

const unbalanced = (differenceFen: bigint): LedgerFault => ({
  check: 'trial balance',
  subject: 'ledger',
  message: `Debits and credits differ by ${differenceFen} fen.`,
});

// A statement may normally run for seconds only; this one goes through every entry there is.
const allowTime = {
  text: `set local statement_timeout = '30min'`,
  parameters: () => [],
  decode: () => null,
};
