import { afterAll, beforeAll, expect, test } from 'vitest';

import { createKitDatabase, type KitDatabase } from '../test-support/kit-database.js';
import { openTcpProxy } from '../test-support/tcp-proxy.js';
import { openLink, type Link } from './link.js';

let kit: KitDatabase;

beforeAll(async () => {
  kit = await createKitDatabase();
});
afterAll(() => kit[Symbol.asyncDispose]());

const open = (url = kit.roleUrl, onLost = (): void => {}): Promise<Link> =>
  openLink({
    url,
    applicationName: 'linju link test',
    statementTimeoutMs: 1_500,
    silenceMaxMs: 400,
    onLost,
  });

const ask = async ({ sql, send }: Link, text: string): Promise<object | undefined> =>
  (await send(sql.unsafe<object[]>(text)))[0];

test('a statement’s own error leaves the link usable', async () => {
  const link = await open();
  await expect(ask(link, 'select 1 / 0')).rejects.toMatchObject({ code: '22012' });
  expect(link.usable).toBe(true);
  expect(await ask(link, 'select 1 as one')).toEqual({ one: 1 });
  await link.end();
});

test('a link that lost its connection stays lost, and sends nothing more', async () => {
  let losses = 0;
  const link = await open(kit.roleUrl, () => (losses += 1));
  const { pid } = (await ask(link, 'select pg_backend_pid() as pid')) as { pid: number };
  const running = ask(link, 'select pg_sleep(10)');
  const failed = expect(running).rejects.toThrow();
  await kit.admin`select pg_terminate_backend(${pid})`;
  await failed;
  expect(link.usable).toBe(false);
  await expect(ask(link, 'select 1')).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
  expect(losses).toBe(1);
});

test('a server that falls silent is given up', async () => {
  await using proxy = await openTcpProxy(kit.roleUrl);
  const link = await open(proxy.url);
  await ask(link, 'select 1');
  proxy.hold(true);
  await expect(ask(link, 'select 1')).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
  expect(link.usable).toBe(false);
});

test('a server that is heard is waited for, however long the row of statements', async () => {
  const link = await open();
  const answers = Array.from({ length: 5 }, () => ask(link, 'select pg_sleep(0.2), 1 as one'));
  expect(await Promise.all(answers)).toHaveLength(5);
  await link.end();
});

test('a link that was dropped fails what it has sent', async () => {
  const link = await open();
  await ask(link, 'select 1');
  const failed = expect(ask(link, 'select pg_sleep(10)')).rejects.toMatchObject({
    code: 'CONNECTION_CLOSED',
  });
  await new Promise(setImmediate);
  link.drop();
  await failed;
});

test('an error carries no value that was to be written', async () => {
  const link = await open();
  const json = `select '{"phone": 13800001111 oops}'::jsonb`;
  const error: unknown = await ask(link, json).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: '22P02' });
  expect(JSON.stringify(error)).not.toContain('13800001111');
  await link.end();
});

test('a login that the row policies do not bind is refused', async () => {
  await expect(open(kit.adminUrl)).rejects.toThrow('passes row-level security by');
});

test('a server that is not there is the driver’s own error', async () => {
  const nowhere = new URL(kit.roleUrl);
  nowhere.port = '1';
  await expect(open(nowhere.href)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
