import postgres from 'postgres';
import { inject } from 'vitest';

/** Does a work while no other test of this run, in whichever process, does one of the same name. */
export async function oneAtATime<Result>(
  name: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const sql = postgres(inject('adminUrl'), { max: 1, onnotice: () => {} });
  try {
    // Held until the connection ends.
    await sql`select pg_advisory_lock(hashtext(${name}))`;
    return await work();
  } finally {
    await sql.end();
  }
}
