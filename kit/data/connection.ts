import type { Viewer } from '../call/viewer.js';
import { connectTimeoutMs } from './driver-client.js';
import { openLink, type Link, type LinkOptions } from './link.js';
import { codeOf, driverErrorOf, stalePlanError } from './retry.js';

/** A statement with its values, ready for the driver. */
export interface BoundStatement {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

/** Sends one statement of a running transaction. */
export interface Send {
  /** The rows as arrays, in the order of the columns. */
  values(statement: BoundStatement): Promise<readonly unknown[][]>;
  /** The rows as objects, by the names of the columns. */
  objects(statement: BoundStatement): Promise<readonly object[]>;
}

/** What became of one statement of several; `untried` when one before it failed. */
export type StatementOutcome =
  | { readonly is: 'answered'; readonly rows: readonly unknown[][] }
  | { readonly is: 'failed'; readonly error: unknown }
  | { readonly is: 'untried' };

/** A connection to the server, made again after it was lost. One transaction at a time. */
export interface Connection {
  /**
   * Reads in one transaction, written to the socket in one go.
   * @returns what became of each statement
   * @throws the driver's error when the transaction as a whole came to nothing
   */
  read(viewer: Viewer, statements: readonly BoundStatement[]): Promise<readonly StatementOutcome[]>;
  /**
   * One writing transaction: committed when the work resolves, else rolled back.
   * @throws what the work threw, or the driver's error
   */
  write<Result>(viewer: Viewer, work: (send: Send) => Promise<Result>): Promise<Result>;
  /** Resolves when the server answers. */
  ping(): Promise<void>;
  /** Ends it; the next use makes a new one. */
  close(): Promise<void>;
}

export interface ConnectionOptions extends Omit<LinkOptions, 'silenceMaxMs' | 'onLost'> {
  /** After how long without work it is closed, milliseconds. */
  readonly idleMs: number;
}

// Writers of one row queue behind each other, so a write may wait longer than a read may run.
const writeTimeoutMs = 8_000;
const writeLimits = `set local statement_timeout = ${writeTimeoutMs}; set local lock_timeout = 5000`;

// A server stops a statement in time; one that does not even say so is not there any more.
const silenceMaxMs = writeTimeoutMs + connectTimeoutMs;

/** Opens a connection that is made when it is first needed. */
export function openConnection({ idleMs, ...options }: ConnectionOptions): Connection {
  let link: Link | null = null;
  let idleTimer: NodeJS.Timeout | undefined;

  const connect = async (): Promise<Link> => {
    if (link?.usable) return link;
    link?.drop();
    link = null;
    link = await openLink({ ...options, silenceMaxMs });
    return link;
  };
  const use = async <Result>(work: (used: Link) => Promise<Result>): Promise<Result> => {
    clearTimeout(idleTimer);
    const used = await connect();
    try {
      return await work(used);
    } finally {
      idleTimer = setTimeout(used.drop, idleMs).unref();
    }
  };

  return {
    read: (viewer, statements) => use((used) => readOn(used, viewer, statements)),
    write: (viewer, work) => use((used) => writeOn(used, viewer, work)),
    ping: () => use(async ({ sql, send }) => void (await send(sql`select 1`))),
    close: async () => {
      clearTimeout(idleTimer);
      await link?.end();
    },
  };
}

async function readOn(
  { sql, send }: Link,
  viewer: Viewer,
  statements: readonly BoundStatement[],
): Promise<readonly StatementOutcome[]> {
  const begin = send(sql.unsafe('begin read only'));
  const knowViewer = setViewer({ sql, send }, viewer);
  const answers = statements.map((statement) => sendValues({ sql, send }, statement));
  const commit = send(sql.unsafe('commit'));
  const [settled, frame, [ended]] = await Promise.all([
    Promise.allSettled(answers),
    Promise.allSettled([begin, knowViewer]),
    Promise.allSettled([commit]),
  ]);
  for (const part of [...frame, ended]) if (part.status === 'rejected') throw part.reason;
  const committed = ended.status === 'fulfilled' && ended.value.command === 'COMMIT';
  return committed ? settled.map(outcomeOf) : outcomesUntilFailure(settled);
}

const outcomeOf = (settled: PromiseSettledResult<readonly unknown[][]>): StatementOutcome =>
  settled.status === 'fulfilled'
    ? { is: 'answered', rows: settled.value }
    : { is: 'failed', error: settled.reason };

// After the statement that failed nothing counts: the driver repeats a statement whose plan is stale
// by itself, and that answer came after the transaction and without its viewer.
function outcomesUntilFailure(
  settled: readonly PromiseSettledResult<readonly unknown[][]>[],
): readonly StatementOutcome[] {
  const culprit = settled.findIndex(({ status }) => status === 'rejected');
  const failed = settled[culprit];
  if (failed?.status !== 'rejected' || codeOf(failed.reason) === abortedTransaction) {
    throw stalePlanError();
  }
  return settled.map((part, index) =>
    index <= culprit ? outcomeOf(part) : { is: 'untried' as const },
  );
}

const abortedTransaction = '25P02';

async function writeOn<Result>(
  link: Link,
  viewer: Viewer,
  work: (send: Send) => Promise<Result>,
): Promise<Result> {
  await begin(link, viewer);
  const transaction = openTransaction(link);
  const result = await transaction.run(work);
  await transaction.commit();
  return result;
}

async function begin({ sql, send, drop }: Link, viewer: Viewer): Promise<void> {
  try {
    await Promise.all([
      send(sql.unsafe('begin')),
      setViewer({ sql, send }, viewer),
      send(sql.unsafe(writeLimits)),
    ]);
  } catch (error) {
    drop();
    throw error;
  }
}

// Work that goes on after its transaction ended (a promise nobody awaited) must not reach the next one.
function openTransaction({ sql, send }: Link) {
  let over = false;
  let firstError: Error | null = null;
  const within = async <Rows>(sent: () => Promise<Rows>): Promise<Rows> => {
    if (over) throw new Error('This statement came after its transaction had ended.');
    try {
      return await sent();
    } catch (error) {
      firstError ??= error as Error;
      throw error;
    }
  };
  const statements: Send = {
    values: (statement) => within(() => sendValues({ sql, send }, statement)),
    objects: ({ text, parameters }) =>
      within(() => send(sql.unsafe<object[]>(text, parameters as never[], { prepare: true }))),
  };
  return {
    async run<Result>(work: (send: Send) => Promise<Result>): Promise<Result> {
      try {
        return await work(statements);
      } catch (error) {
        over = true;
        await send(sql.unsafe('rollback')).catch(() => {});
        throw driverErrorOf(error);
      }
    },
    // The server answers the commit of a transaction in which a statement failed with ROLLBACK and
    // no error: work that swallowed the failure must not pass for written.
    async commit(): Promise<void> {
      over = true;
      const { command } = await send(sql.unsafe('commit'));
      if (command !== 'COMMIT') throw firstError ?? new Error('The transaction was rolled back.');
    },
  };
}

type Sender = Pick<Link, 'sql' | 'send'>;

const sendValues = async (
  { sql, send }: Sender,
  { text, parameters }: BoundStatement,
): Promise<readonly unknown[][]> =>
  send(sql.unsafe(text, parameters as never[], { prepare: true }).values());

/** The bindable form of SET LOCAL: gone at the end of the transaction, whatever happens. */
const setViewer = ({ sql, send }: Sender, viewer: Viewer) =>
  send(sql`select set_config('linju.viewer', ${viewerSetting(viewer)}, true)`);

// What the row policies look at.
const viewerSetting = (viewer: Viewer): string =>
  JSON.stringify({
    id: viewer.id,
    role: viewer.role,
    districts: viewer.districts,
    city: viewer.city,
    partner: viewer.partnerId,
  });
