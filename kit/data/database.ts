import type { Viewer } from '../call/viewer.js';
import { openPool, type Pool } from './connection-pool.js';
import { openConnection, type Connection } from './connection.js';
import { assertDriverGuard } from './driver-guard.js';
import { listenToOutbox, type OutboxListener } from './outbox-listener.js';
import { openReader, type Reader } from './reader.js';
import { refusalOf, withRetries, type ConstraintRefusals } from './retry.js';
import { transactionOn, type Transaction } from './transaction.js';

export type { Reader } from './reader.js';
export type { Transaction } from './transaction.js';

/** The channel on which a commit tells that an outbox grew; the payload is the schema's name. */
export { outboxChannel } from './outbox-listener.js';

export interface DatabaseOptions {
  /** postgres://role:password@host:port/name, of the subgraph's own role. */
  readonly url: string;
  /** The subgraph's Postgres schema. */
  readonly schema: string;
  /** Connections at most, one for health checks left out; 4 by default. */
  readonly poolSizeMax?: number;
  /** After how long without work a connection is closed, milliseconds; 20,000 by default. */
  readonly idleMs?: number;
  /** How long a statement may run before the server stops it, milliseconds; 1,500 by default. */
  readonly statementTimeoutMs?: number;
  /** How long to wait for a free connection, milliseconds; 2,000 by default. */
  readonly waitMs?: number;
  /**
   * How long repeatable work is tried again while the server is away, milliseconds; 5,000 by default.
   * Reads give up after 1,500 at most.
   */
  readonly patienceMs?: number;
  /** What each broken constraint means to the person who wrote. */
  readonly refusals?: ConstraintRefusals;
  /** Called once per statement (the transaction's frame left out): tests count, traces time. */
  readonly onStatement?: (text: string) => void;
}

/**
 * One subgraph's door to Postgres. Every statement runs in a transaction that knows its viewer. A login
 * that row policies do not bind (a superuser, BYPASSRLS) gets an error for everything it asks.
 */
export interface Database {
  readonly schema: string;
  /**
   * Reads of one operation: what is asked for in one tick goes out together, on one connection.
   * @param signal ends the waiting and trying again; what runs already is left to its time limit
   */
  reader(viewer: Viewer, signal?: AbortSignal): Reader;
  /**
   * One write: one transaction. Runs again after a lost race; after a broken connection only when
   * `repeatable`, that is under an idempotency key. So the work may run more than once.
   * @throws Refusal for a broken constraint, Fault for a server that is away
   */
  write<Result>(
    viewer: Viewer,
    options: { readonly repeatable: boolean },
    work: (tx: Transaction) => Promise<Result>,
  ): Promise<Result>;
  /**
   * Calls back when this schema's outbox may have more to read, whoever wrote: after each commit that
   * appended to it, when such a commit comes out from behind an older transaction, and after the
   * connection was lost. So reading on from the last cursor at each call misses nothing.
   * @throws Fault STORAGE_UNAVAILABLE when the server is away at the start; later it waits for it
   */
  onOutbox(callback: () => void): Promise<OutboxListener>;
  /**
   * Resolves when the server answers, on a connection of its own: busy is not away.
   * @throws Fault STORAGE_UNAVAILABLE
   */
  ping(): Promise<void>;
  /** Turns new work away, waits for what runs (5 s at most), then closes every connection. */
  close(): Promise<void>;
}

// Whoever reads waits two seconds for a subgraph. It shall hear what is wrong, not only that time is up.
const readPatienceMsMax = 1_500;

/**
 * Opens a subgraph's database. Connections are made when they are first needed.
 * @throws Error when the installed driver lacks the guard without which a restart ends the process
 */
export function openDatabase(options: DatabaseOptions): Database {
  assertDriverGuard();
  const { patienceMs = 5_000, waitMs = 2_000, onStatement = () => {} } = options;
  const pool = openConnections(options, options.poolSizeMax ?? 4, waitMs);
  const healthPool = openConnections(options, 1, waitMs);
  const rules = { patienceMs, waitMs };
  const readRules = {
    repeatable: true,
    patienceMs: Math.min(patienceMs, readPatienceMsMax),
    waitMs,
  };

  return {
    schema: options.schema,
    reader: (viewer, signal) =>
      openReader({ pool, viewer, onStatement, rules: { ...readRules, signal } }),
    write: async (viewer, { repeatable }, work) => {
      try {
        return await withRetries({ ...rules, repeatable }, () =>
          pool.use((connection) =>
            connection.write(viewer, (send) => work(transactionOn(send, onStatement))),
          ),
        );
      } catch (error) {
        throw refusalOf(error, options.refusals ?? {});
      }
    },
    onOutbox: (callback) => listenToOutbox({ url: options.url, schema: options.schema, callback }),
    ping: () =>
      withRetries({ repeatable: true, patienceMs: 0 }, () =>
        healthPool.use((connection) => connection.ping()),
      ),
    close: async () => {
      await Promise.all([pool.close(), healthPool.close()]);
    },
  };
}

function openConnections(
  { url, schema, statementTimeoutMs = 1_500, idleMs = 20_000 }: DatabaseOptions,
  size: number,
  waitMs: number,
): Pool<Connection> {
  const connections = Array.from({ length: size }, () =>
    openConnection({ url, applicationName: `linju ${schema}`, statementTimeoutMs, idleMs }),
  );
  const pool = openPool(connections, { waitMs });
  return {
    use: (work) => pool.use(work),
    close: async () => {
      await Promise.race([pool.close(), pause(5_000)]);
      await Promise.all(connections.map((connection) => connection.close()));
    },
  };
}

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms).unref());
