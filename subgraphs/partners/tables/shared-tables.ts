import { baseTables } from '@linju/kit';

/** Outbox, provenance, transitions and the other tables every subgraph has. */
export const sharedTables = baseTables('partners');

/** The subgraph's Postgres schema. */
export const { schema: partnersSchema } = sharedTables;
