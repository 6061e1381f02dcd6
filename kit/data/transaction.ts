import { drizzle, type PgRemoteDatabase } from 'drizzle-orm/pg-proxy';

import type { Send } from './connection.js';
import { readyParameters } from './parameters.js';
import type { Reader } from './reader.js';

/** A running transaction of a write. `db` is drizzle on this transaction's own connection. */
export interface Transaction extends Reader {
  readonly db: PgRemoteDatabase;
}

/**
 * A transaction as commands see it, over the connection it runs on.
 * @param onStatement called once per statement
 */
export function transactionOn(send: Send, onStatement: (text: string) => void): Transaction {
  return {
    rows: async (statement, values) => {
      const parameters = readyParameters(statement.parameters(values));
      onStatement(statement.text);
      const rows = await send.values({ text: statement.text, parameters });
      return rows.map((row) => statement.decode(row));
    },
    // drizzle knows the columns of what it built itself and takes arrays; of other SQL it does not.
    db: drizzle(async (text, values, method, typings) => {
      const bound = { text, parameters: readyParameters(values, typings) };
      onStatement(text);
      const rows = method === 'all' ? await send.values(bound) : await send.objects(bound);
      return { rows: [...rows] };
    }),
  };
}
