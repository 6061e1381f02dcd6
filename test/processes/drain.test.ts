import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';

import postgres from 'postgres';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { isAlive } from '../../cli/wire/embedded-postgres/process-identity.js';
import { inspectEmbeddedPostgres } from '../../cli/wire/embedded-postgres/index.js';
import { askOverHttp, askReady } from '../support/ask-over-http.js';
import { makeSeededDirectory, type DataDirectory } from '../support/data-directory.js';
import { startLinju, type ServingProcess } from '../support/start-process.js';

const question = '{ district(code: "430202") { name city { code } streets { code name } } }';
const answer = {
  data: { district: { name: '荷塘区', city: { code: '430200' }, streets: expect.any(Array) } },
};
let data: DataDirectory;
let linju: ServingProcess;

beforeAll(async () => {
  data = await makeSeededDirectory();
});
afterAll(async () => {
  await linju?.[Symbol.asyncDispose]();
  await data?.[Symbol.asyncDispose]();
});

test('a second SIGTERM ends it at once, and the next start finds everything', async () => {
  await using hasty = await startLinju(['start'], { LINJU_DATA_DIR: data.path });
  const stuck = sendHalf(hasty.address, question);
  await stuck.begun;
  hasty.signal('SIGTERM');
  await hasty.untilSaid(/^SIGTERM: finishing what is running/m);
  hasty.signal('SIGTERM');
  expect(await hasty.ended).toEqual({ exitCode: 1, signal: null });
  await expect(stuck.sendRest()).rejects.toThrow();

  linju = await startLinju(['start'], { LINJU_DATA_DIR: data.path }, { outlivesTest: true });
  expect((await askOverHttp(linju.address, question)).body).toEqual(answer);
});

// The one that was started last. 10 requests wait for their body to arrive, 10 for a table that somebody
// else has locked: all 20 are in flight for as long as the test wants, on a slow machine too.
test('SIGTERM with 20 requests in flight: readiness says no at once, all are answered, code 0', async () => {
  const server = await data.serverPid();
  await using lock = await lockDistricts(data.path);
  const asked = Array.from({ length: 20 }, () => sendHalf(linju.address, question));
  await Promise.all(asked.map(({ begun }) => begun));
  const halves = asked.slice(10);
  const locked = asked.slice(0, 10).map((half) => half.sendRest());
  await lock.untilWaitedFor();

  linju.signal('SIGTERM');
  await linju.untilSaid(/^SIGTERM: finishing what is running/m);
  await lock.release();
  const ready = await askReady(linju.address);
  expect(ready).toMatchObject({ status: 503, body: { status: 'NOT_READY', phase: 'DRAINING' } });
  expect(await askOverHttp(linju.address, question)).toMatchObject({
    status: 503,
    body: { errors: [{ extensions: { code: 'NOT_READY' } }] },
  });

  // Whoever held the lock for too long has made a read give up, which is an answer too.
  expect(await Promise.all(locked)).toEqual(
    locked.map(() => ({ status: 200, body: expect.objectContaining({ data: expect.anything() }) })),
  );
  const wholes = await Promise.all(halves.map((half) => half.sendRest()));
  expect(wholes).toEqual(halves.map(() => ({ status: 200, body: answer })));
  expect(await linju.ended).toEqual({ exitCode: 0, signal: null });
  expect(isAlive(server ?? process.pid)).toBe(false);
});

/** A request that the server has begun to answer and cannot finish: its body is only half there. */
function sendHalf(address: string, query: string) {
  const body = JSON.stringify({ query });
  const asked = request(`${address}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      // The server says "100 Continue" when it begins with the request.
      expect: '100-continue',
    },
    agent: false,
  });
  const answered = answerTo(asked);
  // Looked at only at the end, when it may long have failed.
  answered.catch(() => undefined);
  const middle = body.length / 2;
  asked.flushHeaders();
  return {
    begun: once(asked, 'continue').then(() => void asked.write(body.slice(0, middle))),
    sendRest: async () => {
      asked.end(body.slice(middle));
      return answered;
    },
  };
}

function answerTo(asked: ClientRequest): Promise<{ status: number | undefined; body: unknown }> {
  return new Promise((resolve, reject) => {
    asked.once('error', reject);
    asked.once('response', (response: IncomingMessage) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.once('end', () => resolve({ status: response.statusCode, body: JSON.parse(text) }));
      response.once('error', reject);
    });
  });
}

/** Keeps everybody from reading districts until it is released. */
async function lockDistricts(dataDir: string) {
  const report = await inspectEmbeddedPostgres({ dataDir });
  const url = new URL(report?.server?.adminUrl ?? '');
  url.pathname = '/linju';
  const sql = postgres(url.href, { max: 2, onnotice: () => {} });
  let release = (): void => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  let locked = (): void => {};
  const isLocked = new Promise<void>((resolve) => (locked = resolve));
  const holding = sql.begin(async (tx) => {
    await tx`lock table districts.district in access exclusive mode`;
    locked();
    await released;
  });
  await isLocked;
  const end = async (): Promise<void> => {
    release();
    await holding;
    await sql.end({ timeout: 1 });
  };
  return {
    untilWaitedFor: () =>
      vi.waitFor(
        async () => {
          const waiting = await sql`select 1 from pg_locks where not granted`;
          expect(waiting.length).toBeGreaterThan(0);
        },
        { timeout: 30_000 },
      ),
    release: end,
    [Symbol.asyncDispose]: end,
  };
}
