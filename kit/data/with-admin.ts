import postgres, { type Sql } from 'postgres';

import { connectOnce } from './connect-once.js';
import { connectTimeoutMs } from './driver-client.js';

/**
 * Works as an administrator, on one connection of its own.
 * @param adminUrl a login that may create roles and schemas; another's for what that login may do
 * @throws what the work throws, or the driver's error: at once when nobody listens there or the
 *         connection is closed, after five seconds when nobody answers
 */
export async function withAdmin<Result>(
  adminUrl: string,
  work: (sql: Sql) => Promise<Result>,
): Promise<Result> {
  const sql = postgres(adminUrl, {
    max: 1,
    connect_timeout: connectTimeoutMs / 1_000,
    fetch_types: false,
    onnotice: () => {},
    socket: connectOnce(),
  } as postgres.Options<Record<string, never>>);
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
