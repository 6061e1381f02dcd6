import { plantSeed, type RunningParts, type SeedProgress } from '@linju/kit';

import { plantTransfers } from '../commands/plant-transfers.js';
import { sharedTables } from '../tables/shared-tables.js';
import { codeValues } from './code-values.js';
import { coverage } from './coverage.js';
import { yeyachongFund, yeyachongTransfers } from './yeyachong.js';

/**
 * Plants what the sources state about funds: the records, then the transfers, which go through the
 * ledger like any other. Ids and hashes are the same every time; what is there is left as it is.
 * @returns how many records the seed holds
 */
export async function seedFunds(parts: RunningParts, progress: SeedProgress): Promise<number> {
  const command = { ...parts, tables: sharedTables };
  const records = [...codeValues(), ...coverage(), ...yeyachongFund(parts.clock.now())];
  const total = records.length + yeyachongTransfers.length;
  await plantSeed(command, records, (done) => progress(done, total));
  await plantTransfers(command, yeyachongTransfers);
  progress(total, total);
  return total;
}
