import { sql } from 'drizzle-orm';

import { systemViewer } from '../call/viewer.js';
import type { BaseTables } from './base-tables.js';
import type { Database } from './database.js';

/** One administrative code of the register. */
export interface AreaEntry {
  readonly code: string;
  /** The day the code left the list, `YYYY-MM-DD`; null: in force. */
  readonly validTo: string | null;
  readonly replacedBy: string | null;
}

/** Brings a subgraph's copy of the register up to date. */
export async function plantAreas(
  database: Database,
  { area }: BaseTables,
  entries: readonly AreaEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  await database.write(systemViewer, { repeatable: true }, (tx) =>
    tx.db
      .insert(area)
      .values([...entries])
      .onConflictDoUpdate({
        target: area.code,
        set: { validTo: sql`excluded.valid_to`, replacedBy: sql`excluded.replaced_by` },
        setWhere: sql`(${area.validTo}, ${area.replacedBy})
          is distinct from (excluded.valid_to, excluded.replaced_by)`,
      }),
  );
}
