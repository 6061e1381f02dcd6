import { connect } from 'node:net';

import { expect, test } from 'vitest';

import { startGateway } from '../test-support/start-gateway.js';
import { toyDoor, toyResolvers, type ToyContext } from '../test-support/toy-graph.js';

test.each(['in process', 'over HTTP'] as const)(
  '%s, the work for fifty clients that leave is cancelled',
  async (over) => {
    let entered = 0;
    let cancelled = 0;
    const wait = (_: unknown, __: unknown, { call }: ToyContext) => {
      entered += 1;
      return new Promise((resolve) => {
        call.signal?.addEventListener('abort', () => resolve((cancelled += 1)));
      });
    };
    const honest = toyResolvers.places as Record<string, object>;
    const places = toyDoor('places', { ...honest, Query: { ...honest['Query'], wait } });
    const { url } = await startGateway({
      over,
      doors: [places, toyDoor('counts'), toyDoor('notices')],
      environment: { LINJU_READ_DEADLINE_MS: '60000' },
    });
    const controller = new AbortController();
    const { signal } = controller;
    const clients = Array.from({ length: 50 }, () =>
      fetch(`${url}/graphql?query={wait(ms:0)}`, { signal }).catch(() => 'left'),
    );
    await expect.poll(() => entered, { timeout: 20_000 }).toBeGreaterThanOrEqual(30);
    controller.abort();
    expect(await Promise.all(clients)).toEqual(clients.map(() => 'left'));
    await expect.poll(() => cancelled === entered, { timeout: 20_000 }).toBe(true);
  },
);

test('fifty callers that trickle are cut with an answer, and a good one is served meanwhile', async () => {
  const { url, ask } = await startGateway({ environment: { LINJU_RECEIVE_DEADLINE_MS: '500' } });
  const head = 'POST /graphql HTTP/1.1\r\nhost: x\r\n';
  const full = `${head}content-type: application/json\r\ncontent-length: 1000\r\n\r\n{`;
  const answers = Array.from({ length: 50 }, (_, index) => trickle(url, index % 2 ? head : full));
  expect(await ask('{ total }')).toEqual({ data: { total: 30 } });
  for (const answer of await Promise.all(answers)) expect(answer).toContain('HTTP/1.1 408');
});

function trickle(url: string, beginning: string): Promise<string> {
  return new Promise((resolve) => {
    let read = '';
    let timer: NodeJS.Timeout | undefined;
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => {
      socket.write(beginning);
      timer = setInterval(() => socket.write('x'), 50);
    });
    socket.on('data', (chunk) => (read += String(chunk)));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(timer);
      resolve(read);
    });
  });
}
