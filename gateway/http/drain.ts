import { setTimeout as wait } from 'node:timers/promises';

import type { FastifyInstance } from 'fastify';

import type { ServingState } from './serving-phase.js';

export interface DrainOptions {
  /** For running requests to end, ms. What is left then is cut. */
  readonly deadlineMs: number;
  /** Before it, ms: readiness says no, work is still taken. */
  readonly noticeMs: number;
}

/**
 * Takes the server out of service without dropping anything: readiness says 503 first, then new
 * work is refused while running requests end, then the port closes. The port stays open until the
 * last running request is answered, so that whoever asks hears 503 and not silence.
 */
export function drainer(server: FastifyInstance, state: ServingState) {
  const running = countRunning(server);
  return async ({ deadlineMs, noticeMs }: DrainOptions): Promise<void> => {
    state.moveTo('NOTICE');
    if (noticeMs > 0) await wait(noticeMs);
    state.moveTo('DRAINING');
    await Promise.race([running.untilNone(), wait(deadlineMs, undefined, { ref: false })]);
    const closed = server.close();
    server.server.closeAllConnections();
    await closed;
  };
}

function countRunning(server: FastifyInstance) {
  let count = 0;
  let waiting: (() => void)[] = [];
  const leave = () => {
    count -= 1;
    if (count > 0) return;
    waiting.forEach((resolve) => resolve());
    waiting = [];
  };
  server.addHook('onRequest', async (_, reply) => {
    count += 1;
    // "close" comes once for every answer, also for one that the caller did not wait for.
    reply.raw.once('close', leave);
  });
  return {
    untilNone: () =>
      count === 0
        ? Promise.resolve()
        : new Promise<void>((resolve) => {
            waiting.push(resolve);
          }),
  };
}
