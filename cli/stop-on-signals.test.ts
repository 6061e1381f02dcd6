import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

import { expect, onTestFinished, test } from 'vitest';

import { makeDataDirectory } from '../test/support/data-directory.js';
import { linjuCommand } from '../test/support/linju-command.js';
import { killTree } from '../test/support/process-tree.js';
import { runLinju, spawnLinju, surroundings } from '../test/support/start-process.js';

test.each([
  { verb: 'start', at: /^making a new database/m, signal: 'SIGINT', exitCode: 130 },
  { verb: 'seed', at: /^migrate partners/m, signal: 'SIGTERM', exitCode: 143 },
] as const)(
  '$verb, stopped by $signal before it was done, says so and leaves no server behind',
  async ({ verb, at, signal, exitCode }) => {
    await using data = await makeDataDirectory();
    await using linju = spawnLinju([verb], { LINJU_DATA_DIR: data.path, PORT: '0' });
    await linju.untilSaid(at);
    linju.signal(signal);
    expect(await linju.ended).toEqual({ exitCode, signal: null });
    expect(linju.output()).toMatch(
      new RegExp(`\n${signal}: stopping before it was done …\n(.*\n)*stopped\n$`),
    );
    expect(linju.output()).not.toContain('linju:');
    expect(await data.serverPid()).toBeNull();
  },
);

test('who stops reading what start says does not end it: it serves, is found whole and stops in order', async () => {
  await using data = await makeDataDirectory();
  const port = await freePort();
  const [node = '', ...words] = linjuCommand;
  const environment = { ...surroundings(), LINJU_DATA_DIR: data.path, PORT: String(port) };
  const linju = spawn(node, [...words, 'start'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => killTree(linju.pid ?? 0).catch(() => {}));
  await once(linju.stdout, 'data');
  linju.stdout.destroy();
  await untilReady(port, linju);

  const { exitCode, output } = await runLinju(['doctor'], environment);
  expect(output).toContain('ok    logins: every subgraph logs in as its own role\n');
  expect(output).toMatch(/^ok {4}ledger: the books of \d+ transfers hold$/m);
  expect(output).toContain(`ok    port: linju serves on 127.0.0.1:${port}\n`);
  expect(exitCode).toBe(0);

  linju.kill('SIGTERM');
  expect(await once(linju, 'exit')).toEqual([0, null]);
  expect(await data.serverPid()).toBeNull();
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function untilReady(port: number, linju: { readonly exitCode: number | null }) {
  for (;;) {
    if (linju.exitCode !== null) throw new Error(`linju ended with code ${linju.exitCode}.`);
    const ready = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null);
    if (ready?.status === 200) return;
    await wait(100);
  }
}
