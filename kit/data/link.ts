import type { ReservedSql } from 'postgres';

import { openClient, type ClientOptions } from './driver-client.js';
import { codeOf } from './retry.js';

/**
 * One life of a connection: it is there from the start, and once lost it stays lost. The driver's own pool
 * gives a connection one life after the other, and what it carries over has led a late statement into a
 * stranger's transaction and left others without any answer. So a link has its driver for itself, and both
 * end together.
 */
export interface Link {
  readonly sql: ReservedSql;
  /** False when it was lost, dropped, or is too old for more work. */
  readonly usable: boolean;
  /** @throws the driver's error; CONNECTION_CLOSED on a link that is lost */
  send<Answer>(query: PromiseLike<Answer>): Promise<Answer>;
  /** Cuts it; statements without an answer fail. */
  drop(): void;
  /** Resolves when it is closed. */
  end(): Promise<void>;
}

export interface LinkOptions extends Omit<ClientOptions, 'onClose'> {
  /** After how long without any answer nobody is there any more, milliseconds. */
  readonly silenceMaxMs: number;
  /** Called once, when it is lost, dropped or ended. */
  readonly onLost?: () => void;
}

// Old connections make room for new ones, so that the server gets back the memory of their plans.
const ageMaxMs = 30 * 60_000;

/**
 * Connects.
 * @throws the driver's error when that fails
 * @throws Error for a login that the row policies do not bind: it would show every row to everybody
 */
export async function openLink({ silenceMaxMs, onLost, ...options }: LinkOptions): Promise<Link> {
  const openedAt = performance.now();
  const unanswered = openUnanswered(silenceMaxMs, () => drop());
  let lost = false;
  const lose = (): void => {
    if (lost) return;
    lost = true;
    unanswered.fail();
    onLost?.();
  };
  const client = openClient({ ...options, onClose: lose });
  const drop = (): void => {
    lose();
    void client.end({ timeout: 0 });
  };
  try {
    const [login] = await client.unsafe<Login[]>(loginQuery);
    requireBound(login);
    const sql = await client.reserve();
    return {
      sql,
      get usable() {
        return !lost && performance.now() - openedAt < ageMaxMs;
      },
      async send(query) {
        if (lost) throw lostError();
        try {
          return await unanswered.wait(query);
        } catch (error) {
          if (endsLink(error)) drop();
          throw withoutValues(error);
        }
      },
      drop,
      async end() {
        if (!lost) sql.release();
        lose();
        await client.end({ timeout: 5 });
      },
    };
  } catch (error) {
    drop();
    throw error;
  }
}

interface Login {
  readonly name: string;
  readonly passes: boolean;
}

const loginQuery = `
  select rolname as name, rolsuper or rolbypassrls as passes from pg_roles where rolname = current_user`;

function requireBound(login: Login | undefined): void {
  if (login?.passes === false) return;
  throw new Error(
    `Login ${login?.name} passes row-level security by. Let the subgraph log in as its own role, ` +
      'which linju migrate makes (linju_<subgraph>).',
  );
}

/**
 * The statements that wait for an answer. The driver leaves some of a connection that died without any, so
 * they fail here; and a server that is silent for too long is not there any more.
 */
function openUnanswered(silenceMaxMs: number, onSilence: () => void) {
  const failures = new Set<(error: Error) => void>();
  let timer: NodeJS.Timeout | undefined;
  const listen = (): void => {
    clearTimeout(timer);
    if (failures.size > 0) timer = setTimeout(onSilence, silenceMaxMs);
  };
  return {
    wait: <Answer>(query: PromiseLike<Answer>): Promise<Answer> =>
      new Promise((resolve, reject) => {
        const settled = (): void => {
          failures.delete(reject);
          listen();
        };
        failures.add(reject);
        listen();
        query.then(
          (answer) => {
            settled();
            resolve(answer);
          },
          (error: Error) => {
            settled();
            reject(error);
          },
        );
      }),
    fail: (): void => {
      for (const fail of failures) fail(lostError());
      failures.clear();
      listen();
    },
  };
}

// A statement's own error leaves the connection as it was; whatever else goes wrong does not.
function endsLink(error: unknown): boolean {
  const { name, severity } = error as { readonly name?: unknown; readonly severity?: unknown };
  return name !== 'PostgresError' || severity !== 'ERROR' || codeOf(error) === '';
}

// "Failing row contains (…, 138…)", "JSON data, line 1: …": what the server tells beside the message repeats
// what was to be written, and logs would keep it.
function withoutValues(error: unknown): unknown {
  const told = error as { detail?: unknown; where?: unknown };
  delete told.detail;
  delete told.where;
  return error;
}

const lostError = (): Error =>
  Object.assign(new Error('The connection to the database was closed.'), {
    code: 'CONNECTION_CLOSED',
  });
