import { Fault } from '../errors.js';

/**
 * Lets at most `size` pieces of work through at once; others wait in line, at most `waitMs`.
 * The driver itself would wait for ever when every connection is taken.
 */
export function openGate(size: number, waitMs: number): Gate {
  let free = size;
  const waiting: Waiter[] = [];

  const leave = (): void => {
    const next = waiting.shift();
    if (next) next.enter();
    else free += 1;
  };

  const enter = (): Promise<void> => {
    if (free > 0) {
      free -= 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(waiter), 1);
        reject(
          new Fault('STORAGE_UNAVAILABLE', 'Every database connection is busy. Try again shortly.'),
        );
      }, waitMs);
      const waiter: Waiter = {
        enter: () => {
          clearTimeout(timer);
          resolve();
        },
      };
      waiting.push(waiter);
    });
  };

  return {
    async pass(work) {
      await enter();
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}

export interface Gate {
  /** @throws Fault STORAGE_UNAVAILABLE when no place came free in time */
  pass<Result>(work: () => Promise<Result>): Promise<Result>;
}

interface Waiter {
  readonly enter: () => void;
}
