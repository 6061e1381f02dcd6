import { constants } from 'node:os';

import closeWithGrace from 'close-with-grace';

/** What a signal ends. Disposed of, it leaves the signals alone again, unless the process serves. */
export interface Stops extends Disposable {
  /**
   * Keeps what is being opened, such as the database server: a signal waits until it is open, and
   * closes it.
   */
  hold<Opened extends AsyncDisposable>(opening: Promise<Opened>): Promise<Opened>;
  /** From now on the process serves: a signal calls this instead, and is the usual end, code 0. */
  serve(stop: () => Promise<void>): void;
}

let stopping = false;

/** Whether a signal is ending this process: what fails from now on is its doing. */
export const isStopping = (): boolean => stopping;

/**
 * The only owner of the process's signals, from a verb's first step on. The first SIGINT or SIGTERM
 * stops cleanly, within 20 seconds, a second one ends at once; an error that nobody caught stops cleanly
 * too and ends with code 1. Work that a signal cut short ends with 128 and the signal's number.
 */
export function stopOnSignals(say: (line: string) => void): Stops {
  const held: Promise<AsyncDisposable>[] = [];
  let serving: (() => Promise<void>) | null = null;

  const stop = async (signal: NodeJS.Signals | undefined, error: Error | undefined) => {
    stopping = true;
    if (error) process.stderr.write(`linju: ${error.stack ?? error.message}\n`);
    else
      say(`${signal}: ${serving ? 'finishing what is running' : 'stopping before it was done'} …`);
    await (serving ? serving() : closeAll(held));
    say('stopped');
    if (signal && !serving) process.exit(128 + constants.signals[signal]);
  };
  const { uninstall } = closeWithGrace(
    { delay: 20_000, logger: false, skip: ['beforeExit'] },
    ({ signal, err }) => stop(signal, err),
  );

  return {
    hold: (opening) => {
      held.push(opening);
      return opening;
    },
    serve: (end) => {
      serving = end;
    },
    [Symbol.dispose]: () => {
      if (!serving) uninstall();
    },
  };
}

// What could not be opened leaves nothing to close, and one that does not close keeps no other open.
async function closeAll(held: readonly Promise<AsyncDisposable>[]): Promise<void> {
  for (const opening of [...held].reverse()) {
    await opening.then((opened) => opened[Symbol.asyncDispose]()).catch(() => {});
  }
}
