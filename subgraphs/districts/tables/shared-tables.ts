import { baseTables } from '@linju/kit';

/** Outbox, provenance, transitions and the other tables every subgraph has. */
export const sharedTables = baseTables('districts');

/** The subgraph's Postgres schema. */
export const { schema: districtsSchema } = sharedTables;
