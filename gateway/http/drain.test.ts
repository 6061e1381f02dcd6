import { Agent, request } from 'node:http';

import { expect, test } from 'vitest';

import { startGateway } from '../test-support/start-gateway.js';
import { toyDoor, toyResolvers } from '../test-support/toy-graph.js';

const ask = (url: string) =>
  fetch(`${url}/graphql`, {
    headers: { 'content-type': 'application/json' },
    method: 'POST',
    body: '{"query":"{ wait(ms: 0) }"}',
  });

/** A graph whose `wait` waits until it is told to go on. */
function waitingGraph() {
  let goOn = (): void => undefined;
  const signal = new Promise<void>((resolve) => (goOn = resolve));
  let waiting = 0;
  const wait = async () => {
    waiting += 1;
    await signal;
    return 'waited';
  };
  const honest = toyResolvers.places as Record<string, object>;
  const places = toyDoor('places', { ...honest, Query: { ...honest['Query'], wait } });
  const doors = [places, toyDoor('counts'), toyDoor('notices')];
  return { doors, goOn: () => goOn(), waiting: () => waiting };
}

const phaseOf = async (url: string) => {
  const response = await fetch(`${url}/health/ready`);
  const { phase } = (await response.json()) as { phase: string };
  return [response.status, phase];
};

test('twenty running requests are answered, new ones refused, and then the port is closed', async () => {
  const { doors, goOn, waiting } = waitingGraph();
  const { gateway, url } = await startGateway({ doors });
  const running = Array.from({ length: 20 }, () => ask(url));
  await expect.poll(waiting).toBe(20);
  const drained = gateway.drain(20_000);
  expect(gateway.drain(20_000)).toBe(drained);
  expect(await phaseOf(url)).toEqual([503, 'DRAINING']);
  const late = await ask(url);
  expect(late.status).toBe(503);
  expect(late.headers.get('connection')).toBe('close');
  expect(late.headers.get('retry-after')).toBe('1');
  expect(await late.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_READY' } }] });
  goOn();
  const answers = await Promise.all(running.map(async (one) => (await one).json() as unknown));
  expect(answers).toEqual(answers.map(() => ({ data: { wait: 'waited' } })));
  await drained;
  await expect(fetch(url)).rejects.toThrow();
  expect(gateway.address()).toBeNull();
});

test('while notice is given readiness says no and work is still taken', async () => {
  const environment = { LINJU_DRAIN_NOTICE_MS: '1500' };
  const { gateway, url } = await startGateway({ environment });
  const drained = gateway.drain(20_000);
  expect(await phaseOf(url)).toEqual([503, 'NOTICE']);
  expect(await (await ask(url)).json()).toEqual({ data: { wait: 'waited' } });
  await drained;
});

test('what outlives the deadline is cut', async () => {
  const { doors, waiting } = waitingGraph();
  const { gateway, url } = await startGateway({ doors });
  const outcome = ask(url).then(
    () => 'answered',
    () => 'cut',
  );
  await expect.poll(waiting).toBe(1);
  await gateway.drain(50);
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
