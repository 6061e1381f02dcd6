import { Agent, request } from 'node:http';

import { expect, test } from 'vitest';

import { startGateway } from '../test-support/start-gateway.js';

const slow = {
  headers: { 'content-type': 'application/json' },
  method: 'POST',
  body: '{"query":"{ wait(ms: 600) }"}',
};

const phaseOf = async (url: string) => {
  const response = await fetch(`${url}/health/ready`);
  const { phase } = (await response.json()) as { phase: string };
  return [response.status, phase];
};

test('twenty running requests are answered, new ones refused, and then the port is closed', async () => {
  const { gateway, url, logLines } = await startGateway();
  const running = Array.from({ length: 20 }, () => fetch(`${url}/graphql`, slow));
  const began = () => gateway.handle.length >= 0 && logLines.length >= 0;
  await expect.poll(began).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const drained = gateway.drain(20_000);
  expect(gateway.drain(20_000)).toBe(drained);
  expect(await phaseOf(url)).toEqual([503, 'DRAINING']);
  const late = await fetch(`${url}/graphql`, slow);
  expect(late.status).toBe(503);
  expect(late.headers.get('connection')).toBe('close');
  expect(late.headers.get('retry-after')).toBe('1');
  expect(await late.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_READY' } }] });
  const answers = await Promise.all(running.map(async (one) => (await one).json()));
  expect(answers).toEqual(answers.map(() => ({ data: { wait: 'waited' } })));
  await drained;
  await expect(fetch(url)).rejects.toThrow();
  expect(gateway.address()).toBeNull();
});

test('while notice is given readiness says no and work is still taken', async () => {
  const { gateway, url, ask } = await startGateway({
    environment: { LINJU_DRAIN_NOTICE_MS: '1500' },
  });
  const drained = gateway.drain(20_000);
  expect(await phaseOf(url)).toEqual([503, 'NOTICE']);
  expect(await ask('{ total }')).toEqual({ data: { total: 30 } });
  await drained;
});

test('what outlives the deadline is cut', async () => {
  const { gateway, url } = await startGateway({ environment: { LINJU_READ_DEADLINE_MS: '60000' } });
  const hung = fetch(`${url}/graphql`, { ...slow, body: '{"query":"{ wait(ms: 60000) }"}' });
  const outcome = hung.then(
    () => 'answered',
    () => 'cut',
  );
  await new Promise((resolve) => setTimeout(resolve, 200));
  await gateway.drain(100);
  expect(await outcome).toBe('cut');
});

test('an idle kept connection does not hold up the end', async () => {
  const { gateway, url } = await startGateway();
  const agent = new Agent({ keepAlive: true });
  await new Promise((resolve) =>
    request(`${url}/health/live`, { agent }, (answer) => answer.resume().on('end', resolve)).end(),
  );
  await gateway.drain(60_000);
  agent.destroy();
});
