import { blueprint as funds, verifyLedger } from '@linju/funds';
import { withAdmin } from '@linju/kit';

import { loginsOf } from '../wire/logins.js';
import { openSubgraphDatabase } from '../wire/prepare-store.js';
import { findSecret } from '../wire/secret.js';
import type { Settings } from '../wire/settings.js';
import { note, ok, wrong, type Finding } from './finding.js';

// Every entry is read: seconds up to this size, minutes beyond.
const databaseBytesMax = 2 ** 30;

/** The books of all funds hold; of a large database only `linju ledger verify` takes the time. */
export async function checkLedger(
  adminUrl: string,
  settings: Settings,
): Promise<readonly Finding[]> {
  const secret = await findSecret(settings.dataDir, settings.secret);
  if (secret === null) return [];
  if ((await databaseBytes(adminUrl)) > databaseBytesMax) {
    const advice = 'Run `linju ledger verify`.';
    return [note('ledger', 'too large to be verified in passing', advice)];
  }
  const database = openSubgraphDatabase(loginsOf(settings, adminUrl, secret), funds);
  try {
    const { transfers, faults } = await verifyLedger(database);
    if (faults.length === 0) return [ok('ledger', `the books of ${transfers} transfers hold`)];
    const finding = `the books do not hold: ${faults[0]?.message}`;
    return [wrong('ledger', finding, 'Stop writing and keep what `linju ledger verify` says.')];
  } finally {
    await database.close();
  }
}

const databaseBytes = (adminUrl: string): Promise<number> =>
  withAdmin(adminUrl, async (sql) => {
    const [row] = await sql`select pg_database_size(current_database()) as bytes`;
    return Number(row?.['bytes']);
  });
