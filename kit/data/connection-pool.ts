import { Fault } from '../errors.js';

export interface PoolOptions {
  /** How long to wait in line, milliseconds. */
  readonly waitMs: number;
  /** How many may stand in line; 1,000 unless said. */
  readonly waitingMax?: number;
}

/** A few things that are used by one at a time. */
export interface Pool<Item> {
  /** @throws Fault STORAGE_UNAVAILABLE when none came free in time, or the pool was closed */
  use<Result>(work: (item: Item) => Promise<Result>): Promise<Result>;
  /** Turns away whoever waits and whoever comes, and resolves when the last work has ended. */
  close(): Promise<void>;
}

/**
 * Hands out items to at most one user each; others wait in line, for a bounded time. The item that was
 * used last is handed out first, so that the ones not needed stay idle.
 */
export function openPool<Item>(items: readonly Item[], options: PoolOptions): Pool<Item> {
  const free = [...items].reverse();
  const waiting = new Set<Waiter<Item>>();
  let closed = false;
  let allBack = (): void => {};
  const whenAllBack = new Promise<void>((resolve) => {
    allBack = resolve;
  });

  const enter = (): Item | Promise<Item> => {
    if (closed) throw closedFault();
    const item = free.pop();
    if (item !== undefined) return item;
    if (waiting.size >= (options.waitingMax ?? 1_000)) throw busyFault();
    return standInLine(waiting, options.waitMs);
  };

  const leave = (item: Item): void => {
    const [next] = waiting;
    if (next) return next.enter(item);
    free.push(item);
    if (closed && free.length === items.length) allBack();
  };

  return {
    async use(work) {
      const item = await enter();
      try {
        return await work(item);
      } finally {
        leave(item);
      }
    },
    close() {
      closed = true;
      for (const waiter of waiting) waiter.turnAway(closedFault());
      if (free.length === items.length) allBack();
      return whenAllBack;
    },
  };
}

interface Waiter<Item> {
  readonly enter: (item: Item) => void;
  readonly turnAway: (fault: Fault) => void;
}

const standInLine = <Item>(waiting: Set<Waiter<Item>>, waitMs: number): Promise<Item> =>
  new Promise((resolve, reject) => {
    const leaveLine = (): void => {
      clearTimeout(timer);
      waiting.delete(waiter);
    };
    const waiter: Waiter<Item> = {
      enter: (item) => {
        leaveLine();
        resolve(item);
      },
      turnAway: (fault) => {
        leaveLine();
        reject(fault);
      },
    };
    const timer = setTimeout(() => waiter.turnAway(busyFault()), waitMs);
    waiting.add(waiter);
  });

const busyFault = (): Fault =>
  new Fault('STORAGE_UNAVAILABLE', 'Every database connection is busy. Try again shortly.');

const closedFault = (): Fault =>
  new Fault('STORAGE_UNAVAILABLE', 'This process is closing its database connections.');
