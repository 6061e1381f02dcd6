import { systemViewer, type Database } from '@linju/kit';

import { textStatement } from './stored-rows.js';

/** The last rows of the outbox, oldest first, each as `CHANGE Type id district`. */
export async function newestChanges(database: Database, count: number): Promise<readonly string[]> {
  const newest = textStatement(
    `select concat_ws(' ', change, entity_type, entity_id, coalesce(district_code, 'null'))
     from districts.outbox order by position desc limit ${count}`,
  );
  const rows = await database.reader(systemViewer).rows(newest, {});
  return rows.map(([change]) => String(change)).reverse();
}
