import { Fault, type SubgraphDoor } from '@linju/kit';
import { expect, test } from 'vitest';

import { bothTransports, startGateway } from '../test-support/start-gateway.js';
import { toyDoor } from '../test-support/toy-graph.js';

const readyOf = async (url: string) => {
  const response = await fetch(`${url}/health/ready`);
  return { status: response.status, body: (await response.json()) as unknown };
};

const doorsWith = (ready: SubgraphDoor['ready']): SubgraphDoor[] => [
  toyDoor('places'),
  { ...toyDoor('counts'), ready },
  toyDoor('notices'),
];

const healthOf = (counts: string, status: string) => ({
  status,
  phase: 'SERVING',
  subgraphs: [
    { name: 'counts', state: counts },
    { name: 'notices', state: 'READY' },
    { name: 'places', state: 'READY' },
  ],
});

test.each(bothTransports)('%s, ready when every part answers', async (over) => {
  const { url } = await startGateway({ over });
  expect(await readyOf(url)).toEqual({ status: 200, body: healthOf('READY', 'READY') });
});

test.each(bothTransports)(
  '%s, not ready while a store does not answer, and ready again after',
  async (over) => {
    let ready: SubgraphDoor['ready'] = () =>
      Promise.reject(new Fault('STORAGE_UNAVAILABLE', 'canary at 10.0.0.1'));
    const { url } = await startGateway({ over, doors: doorsWith(() => ready()) });
    expect(await readyOf(url)).toEqual({ status: 503, body: healthOf('UNAVAILABLE', 'NOT_READY') });
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    ready = () => Promise.resolve();
    expect(await readyOf(url)).toMatchObject({ status: 200 });
  },
);

test.each(bothTransports)('%s, a store that hangs is unavailable', async (over) => {
  const doors = doorsWith(() => new Promise(() => undefined));
  const { url } = await startGateway({ over, doors });
  expect(await readyOf(url)).toEqual({ status: 503, body: healthOf('UNAVAILABLE', 'NOT_READY') });
});

test('however many ask at once, the stores are asked once', async () => {
  let asked = 0;
  const doors = doorsWith(async () => {
    asked += 1;
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  const { url } = await startGateway({ doors });
  await Promise.all(Array.from({ length: 10 }, () => readyOf(url)));
  expect(asked).toBe(1);
});
