import postgres, { type Sql } from 'postgres';
import { expect, test, vi } from 'vitest';

import { startEmbeddedPostgres } from '../../cli/wire/embedded-postgres/index.js';
import { askOverHttp, askReady, type HttpAnswer } from '../support/ask-over-http.js';
import { makeSeededDirectory } from '../support/data-directory.js';
import { startLinju } from '../support/start-process.js';

const question = '{ district(code: "430202") { name city { code } } }';
const right = { data: { district: { name: '荷塘区', city: { code: '430200' } } } };

test('while others hold every connection, linju says so in time, lives, and recovers', async () => {
  await using data = await makeSeededDirectory();
  await using server = await startEmbeddedPostgres({
    dataDir: data.path,
    durable: false,
    log: () => {},
    settings: { max_connections: '12' },
  });
  await using linju = await startLinju(['start'], {
    DATABASE_URL: withDatabase(server.adminUrl),
    LINJU_DATA_DIR: data.path,
  });
  expect((await askOverHttp(linju.address, question)).body).toEqual(right);

  const others = await takeEveryConnection(server.adminUrl);
  const [answer, ready] = await Promise.all([
    askOverHttp(linju.address, question),
    askReady(linju.address),
  ]);
  expect(ready).toMatchObject({ status: 503, body: { status: 'NOT_READY', phase: 'SERVING' } });
  expect(answer.status).toBe(200);
  expect(answer.body.data).toEqual({ district: null });
  expect(codesOf(answer)).toEqual([
    expect.stringMatching(/^(STORAGE_UNAVAILABLE|DEADLINE_EXCEEDED)$/),
  ]);
  expect(answer.body.extensions.completeness).toEqual([
    { subgraph: 'districts', state: 'MISSING', reason: 'SOURCE_MISSING', paths: ['district'] },
  ]);
  expect(JSON.stringify(answer)).not.toMatch(/too many|53300|connection slots/);

  await Promise.all(others.map((each) => each.end({ timeout: 1 })));
  await vi.waitFor(async () => expect((await askReady(linju.address)).status).toBe(200), {
    timeout: 20_000,
  });
  expect((await askOverHttp(linju.address, question)).body).toEqual(right);
  expect(await linju.stop()).toEqual({ exitCode: 0, signal: null });
}, 120_000);

/** Connects until the server takes no more; linju's own idle connections are ended on the way. */
async function takeEveryConnection(adminUrl: string): Promise<readonly Sql[]> {
  const others: Sql[] = [];
  for (let refusals = 0; refusals < 3;) {
    const other = postgres(adminUrl, { max: 1, idle_timeout: 0, onnotice: () => {} });
    try {
      await other`
        select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'linju %'`;
      others.push(other);
      refusals = 0;
    } catch {
      // Asked again: a connection that was just ended may still count.
      refusals += 1;
      await other.end({ timeout: 0 });
    }
  }
  return others;
}

function withDatabase(adminUrl: string): string {
  const url = new URL(adminUrl);
  url.pathname = '/linju';
  return url.href;
}

const codesOf = ({ body }: HttpAnswer): readonly string[] =>
  body.errors.map((error: { extensions: { code: string } }) => error.extensions.code);
