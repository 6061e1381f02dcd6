import { drizzle, type PgRemoteDatabase } from 'drizzle-orm/pg-proxy';
import postgres, { type Sql, type TransactionSql } from 'postgres';

import type { Viewer } from '../call/viewer.js';
import { assertDriverGuard } from './driver-guard.js';
import { openGate, type Gate } from './gate.js';
import { refusalOf, withRetries, type ConstraintRefusals } from './retry.js';
import type { Statement } from './statement.js';

export interface DatabaseOptions {
  /** postgres://role:password@host:port/name, of the subgraph's own role. */
  readonly url: string;
  /** The subgraph's Postgres schema. */
  readonly schema: string;
  /** Connections at most; 4 by default, idle ones are closed after 20 seconds. */
  readonly poolSizeMax?: number;
  /** How long a statement may run before the server stops it, milliseconds. */
  readonly statementTimeoutMs?: number;
  /** How long to wait for a free connection, milliseconds. */
  readonly waitMs?: number;
  /** How long repeatable work is tried again while the server is away, milliseconds. */
  readonly patienceMs?: number;
  /** What each broken constraint means to the person who wrote. */
  readonly refusals?: ConstraintRefusals;
  /** Called once per statement (the transaction's frame left out): tests count, traces time. */
  readonly onStatement?: (text: string) => void;
}

/** One subgraph's door to Postgres. Every statement runs in a transaction that knows its viewer. */
export interface Database {
  readonly schema: string;
  /** Reads of one operation: what is asked for in one tick goes out together, on one connection. */
  reader(viewer: Viewer): Reader;
  /**
   * One write: one transaction. Runs again after a lost race; after a broken connection only when
   * `repeatable`, that is under an idempotency key.
   * @throws Refusal for a broken constraint, Fault for a server that is away
   */
  write<Result>(
    viewer: Viewer,
    options: { readonly repeatable: boolean },
    work: (tx: Transaction) => Promise<Result>,
  ): Promise<Result>;
  /** Calls back after each commit that appended to this schema's outbox, by any process. */
  onOutbox(callback: () => void): Promise<{ stop(): Promise<void> }>;
  /** Resolves when the server answers. @throws Fault STORAGE_UNAVAILABLE */
  ping(): Promise<void>;
  /** Waits for running work, then closes every connection. */
  close(): Promise<void>;
}

export interface Reader {
  rows<Row>(statement: Statement<Row>, values: Readonly<Record<string, unknown>>): Promise<Row[]>;
}

/** A running transaction of a write. `db` is drizzle on this transaction's own connection. */
export interface Transaction extends Reader {
  readonly db: PgRemoteDatabase;
}

/** The channel on which a commit tells that an outbox grew; the payload is the schema's name. */
export const outboxChannel = 'linju_outbox';

/**
 * Opens a subgraph's database. Connections are made when they are first needed.
 * @throws Error when the installed driver lacks the guard without which a restart ends the process
 */
export function openDatabase(options: DatabaseOptions): Database {
  assertDriverGuard();
  const sql = connect(options);
  const poolSizeMax = options.poolSizeMax ?? 4;
  const gate = openGate(poolSizeMax, options.waitMs ?? 2_000);
  const patienceMs = options.patienceMs ?? 5_000;
  const onStatement = options.onStatement ?? (() => {});

  return {
    schema: options.schema,
    reader: (viewer) => openReader({ sql, gate, patienceMs, onStatement, viewer }),
    write: async (viewer, { repeatable }, work) => {
      try {
        return await withRetries({ repeatable, patienceMs }, () =>
          gate.pass(() => inTransaction(sql, viewer, (tx) => work(transactionOn(tx, onStatement)))),
        );
      } catch (error) {
        throw refusalOf(error, options.refusals ?? {});
      }
    },
    onOutbox: async (callback) => {
      const listener = connect({ ...options, poolSizeMax: 1 });
      await listener.listen(
        outboxChannel,
        (schema) => {
          if (schema === options.schema) callback();
        },
        callback,
      );
      return { stop: () => listener.end({ timeout: 5 }) };
    },
    ping: () =>
      withRetries({ repeatable: true, patienceMs: 0 }, async () => {
        await sql`select 1`;
      }),
    close: () => sql.end({ timeout: 5 }),
  };
}

interface ReaderParts {
  readonly sql: Sql;
  readonly gate: Gate;
  readonly patienceMs: number;
  readonly onStatement: (text: string) => void;
  readonly viewer: Viewer;
}

interface Question {
  readonly statement: Statement<unknown>;
  readonly values: Readonly<Record<string, unknown>>;
  readonly resolve: (rows: unknown[]) => void;
  readonly reject: (error: unknown) => void;
}

function openReader(parts: ReaderParts): Reader {
  let wave: Question[] = [];

  const sendWave = (): void => {
    const questions = wave;
    wave = [];
    void answerWave(parts, questions);
  };

  return {
    rows: <Row>(statement: Statement<Row>, values: Readonly<Record<string, unknown>>) =>
      new Promise<Row[]>((resolve, reject) => {
        if (wave.length === 0) setImmediate(sendWave);
        wave.push({ statement, values, resolve: resolve as Question['resolve'], reject });
      }),
  };
}

// One transaction per wave, its frame and statements written to the socket in one go. When one
// statement fails the others of the wave fail with it, so each is then asked again on its own:
// a read may be repeated, and the fault stays with the one that has it.
async function answerWave(parts: ReaderParts, questions: readonly Question[]): Promise<void> {
  for (const { statement } of questions) parts.onStatement(statement.text);
  try {
    const answers = await askTogether(parts, questions);
    questions.forEach((question, index) => question.resolve(answers[index] ?? []));
  } catch (error) {
    if (questions.length === 1) return questions[0]?.reject(error);
    await Promise.all(questions.map((question) => answerAlone(parts, question)));
  }
}

async function answerAlone(parts: ReaderParts, question: Question): Promise<void> {
  try {
    const [rows] = await askTogether(parts, [question]);
    question.resolve(rows ?? []);
  } catch (error) {
    question.reject(error);
  }
}

function askTogether(parts: ReaderParts, questions: readonly Question[]): Promise<unknown[][]> {
  return withRetries({ repeatable: true, patienceMs: parts.patienceMs }, () =>
    parts.gate.pass(async () => {
      const [, ...answers] = (await parts.sql.begin('read only', (tx) => [
        setViewer(tx, parts.viewer),
        ...questions.map(({ statement, values }) => run(tx, statement, values)),
      ])) as unknown as [unknown, ...unknown[][][]];
      return answers.map((rows, index) =>
        rows.map((row) => questions[index]?.statement.decode(row)),
      );
    }),
  );
}

function inTransaction<Result>(
  sql: Sql,
  viewer: Viewer,
  work: (tx: TransactionSql) => Promise<Result>,
): Promise<Result> {
  return sql.begin(async (tx) => {
    await Promise.all([setViewer(tx, viewer), tx.unsafe(writeLimits)]);
    return work(tx);
  }) as Promise<Result>;
}

// Writers of one row queue behind each other, so a write may wait longer than a read may run.
const writeLimits = `set local statement_timeout = '8s'; set local lock_timeout = '5s'`;

function transactionOn(tx: TransactionSql, onStatement: (text: string) => void): Transaction {
  return {
    rows: async (statement, values) => {
      onStatement(statement.text);
      const rows = (await run(tx, statement, values)) as unknown[][];
      return rows.map((row) => statement.decode(row));
    },
    db: drizzle(async (text, parameters) => {
      onStatement(text);
      return { rows: await tx.unsafe(text, parameters, { prepare: true }).values() };
    }),
  };
}

const run = <Row>(
  tx: TransactionSql,
  statement: Statement<Row>,
  values: Readonly<Record<string, unknown>>,
) => tx.unsafe(statement.text, statement.parameters(values) as never[], { prepare: true }).values();

/** The bindable form of SET LOCAL: gone at the end of the transaction, whatever happens. */
const setViewer = (tx: TransactionSql, viewer: Viewer) =>
  tx`select set_config('linju.viewer', ${JSON.stringify({
    role: viewer.role,
    districts: viewer.districts,
    city: viewer.city,
    partner: viewer.partnerId,
  })}, true)`;

function connect(options: DatabaseOptions): Sql {
  const sql = postgres(options.url, {
    max: options.poolSizeMax ?? 4,
    idle_timeout: 20,
    connect_timeout: 5,
    onnotice: () => {},
    connection: {
      application_name: `linju ${options.schema}`,
      statement_timeout: options.statementTimeoutMs ?? 1_500,
      lock_timeout: 1_000,
      idle_in_transaction_session_timeout: 10_000,
      TimeZone: 'UTC',
    } as Record<string, string | number>,
    types: {
      bigint: postgres.BigInt,
      // A date is a day, not an instant: it stays the text the server sends.
      date: { to: 1082, from: [1082], serialize: String, parse: String },
    },
  });
  // drizzle turns JSON values into text itself; the driver must not quote that text again.
  for (const json of [114, 3802]) {
    (sql.options.serializers as Record<number, (value: unknown) => unknown>)[json] = (value) =>
      typeof value === 'string' ? value : JSON.stringify(value);
  }
  return sql as unknown as Sql;
}
