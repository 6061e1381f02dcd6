import { expect, test } from 'vitest';

import { openPool } from './connection-pool.js';

const deferred = () => {
  let resolve = (): void => {};
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
};

const busyFault = {
  code: 'STORAGE_UNAVAILABLE',
  message: expect.stringContaining('busy') as string,
};
const closedFault = {
  code: 'STORAGE_UNAVAILABLE',
  message: expect.stringContaining('closing') as string,
};

test('an item has one user at a time, and those who wait come in their order', async () => {
  const pool = openPool(['a', 'b'], { waitMs: 1_000 });
  const inUse = new Set<string>();
  const order: number[] = [];
  const work = (number: number) => async (item: string) => {
    expect(inUse.has(item)).toBe(false);
    inUse.add(item);
    order.push(number);
    await new Promise(setImmediate);
    inUse.delete(item);
    return number;
  };
  const numbers = Array.from({ length: 50 }, (_, number) => number);
  expect(await Promise.all(numbers.map((number) => pool.use(work(number))))).toEqual(numbers);
  expect(order).toEqual(numbers);
});

test('the item used last is handed out first, so that the others stay idle', async () => {
  const pool = openPool(['a', 'b', 'c'], { waitMs: 1_000 });
  const same = (item: string) => Promise.resolve(item);
  expect(await pool.use(same)).toBe('a');
  expect(await pool.use(same)).toBe('a');
});

test('work that fails gives its item back', async () => {
  const pool = openPool(['a'], { waitMs: 1_000 });
  await expect(pool.use(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await pool.use((item) => Promise.resolve(item))).toBe('a');
});

test('who waits too long is turned away, and the place goes to the next in line', async () => {
  const pool = openPool(['a'], { waitMs: 30 });
  const held = deferred();
  const first = pool.use(() => held.promise);
  await expect(pool.use(() => Promise.resolve())).rejects.toMatchObject(busyFault);
  const third = pool.use((item) => Promise.resolve(item));
  held.resolve();
  await first;
  expect(await third).toBe('a');
});

test('a line that is too long takes nobody more', async () => {
  const pool = openPool(['a'], { waitMs: 1_000, waitingMax: 1 });
  const held = deferred();
  const first = pool.use(() => held.promise);
  const second = pool.use((item) => Promise.resolve(item));
  await expect(pool.use(() => Promise.resolve())).rejects.toMatchObject(busyFault);
  held.resolve();
  await first;
  expect(await second).toBe('a');
});

test('closing turns away who waits and who comes, and waits for who is in', async () => {
  const pool = openPool(['a', 'b'], { waitMs: 1_000 });
  const held = deferred();
  const running = [pool.use(() => held.promise), pool.use(() => held.promise)];
  const waiting = expect(pool.use(() => Promise.resolve())).rejects.toMatchObject(closedFault);
  let closed = false;
  const closing = pool.close().then(() => (closed = true));
  await waiting;
  await expect(pool.use(() => Promise.resolve())).rejects.toMatchObject(closedFault);
  expect(closed).toBe(false);
  held.resolve();
  await Promise.all([...running, closing, pool.close()]);
  expect(closed).toBe(true);
});
