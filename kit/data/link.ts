import type { Sql } from 'postgres';

import { openClient, type ClientOptions } from './driver-client.js';
import { codeOf } from './retry.js';

/**
 * One life of a connection, from the first statement to the end. The driver keeps what it knew of a
 * connection that died and carries it into the next: the rollback it then sends is never answered, the
 * first statement gets the old error, and a statement that comes late runs in a stranger's transaction.
 * So a link that is lost stays lost, and every statement sent on it fails.
 */
export interface Link {
  readonly sql: Sql;
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
  /** Called once, when it is lost or dropped. */
  readonly onLost?: () => void;
}

// Old connections make room for new ones, so that the server gets back the memory of their plans.
const ageMaxMs = 30 * 60_000;

/** Opens a link; the connection itself is made with the first statement. */
export function openLink({ silenceMaxMs, onLost, ...options }: LinkOptions): Link {
  const openedAt = performance.now();
  let lost = false;
  const lose = (): void => {
    if (lost) return;
    lost = true;
    onLost?.();
  };
  const sql = openClient({ ...options, onClose: lose });
  const drop = (): void => {
    lose();
    void sql.end({ timeout: 0 });
  };
  const watch = watchSilence(silenceMaxMs, drop);

  return {
    sql,
    get usable() {
      return !lost && performance.now() - openedAt < ageMaxMs;
    },
    async send(query) {
      if (lost) throw lostError();
      watch.sent();
      try {
        return await query;
      } catch (error) {
        if (endsLink(error)) drop();
        throw withoutValues(error);
      } finally {
        watch.answered();
      }
    },
    drop,
    async end() {
      lose();
      await sql.end({ timeout: 5 });
    },
  };
}

function watchSilence(silenceMaxMs: number, onSilence: () => void) {
  let waiting = 0;
  let timer: NodeJS.Timeout | undefined;
  const restart = (): void => {
    clearTimeout(timer);
    if (waiting > 0) timer = setTimeout(onSilence, silenceMaxMs);
  };
  return {
    sent: () => {
      waiting += 1;
      restart();
    },
    answered: () => {
      waiting -= 1;
      restart();
    },
  };
}

// A statement's own error leaves the connection as it was; whatever else goes wrong does not.
function endsLink(error: unknown): boolean {
  const { name, severity } = error as { readonly name?: unknown; readonly severity?: unknown };
  return name !== 'PostgresError' || severity !== 'ERROR' || codeOf(error) === '';
}

// "Key (phone)=(138…) already exists": the server's detail repeats what was written, and logs keep it.
function withoutValues(error: unknown): unknown {
  delete (error as { detail?: unknown }).detail;
  return error;
}

const lostError = (): Error =>
  Object.assign(new Error('The connection to the database was closed.'), {
    code: 'CONNECTION_CLOSED',
  });
