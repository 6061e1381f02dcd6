import { baseTables } from '@linju/kit';

/** Outbox, provenance, transitions and the other tables every subgraph has. */
export const sharedTables = baseTables('funds');

/** The subgraph's Postgres schema. */
export const { schema: fundsSchema } = sharedTables;
