// Run as a process of its own by command.test.ts, and killed in the middle: carries out one command after
// the other, each with a key of its own, and tells its parent of each that it got an answer for.
import { sql } from 'drizzle-orm';

import { officerOf } from '../call/viewer.js';
import { systemClock } from '../clock.js';
import { baseTables } from '../data/base-tables.js';
import { runCommand } from '../write/command.js';
import { openDatabase } from '../data/database.js';
import { newUlidId } from '../ids.js';
import { addSet } from './add-set.js';

const [url = '', prefix = ''] = process.argv.slice(2);
const parts = {
  database: openDatabase({ url, schema: 'lab' }),
  tables: baseTables('lab'),
  viewer: officerOf('430202'),
  clock: systemClock,
  newId: newUlidId,
};
for (let number = 0; ; number += 1) {
  const idempotencyKey = `${prefix}-${number}`;
  const result = await runCommand(parts, 'addSet', { idempotencyKey, size: 3 }, (scope) =>
    addSet(scope, 3, () => scope.tx.db.execute(sql`select pg_sleep(0.003)`)),
  );
  process.send?.({ idempotencyKey, result });
}
