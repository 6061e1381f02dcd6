import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

import type { Transport } from '../engine/transport/transport.js';
import { withDeadline } from '../engine/with-deadline.js';
import type { ServingPhase, ServingState } from './serving-phase.js';

export interface HealthRoutesOptions {
  readonly state: ServingState;
  readonly transport: Transport;
  /** The subgraphs of the present supergraph. */
  readonly subgraphs: () => readonly string[];
  /** For the whole check, ms. */
  readonly readyMs: number;
  readonly log: Pick<Logger, 'warn'>;
}

interface SubgraphHealth {
  readonly name: string;
  readonly state: 'READY' | 'UNAVAILABLE';
}

interface Readiness {
  readonly status: 'READY' | 'NOT_READY';
  readonly phase: ServingPhase;
  readonly subgraphs: readonly SubgraphHealth[];
}

/**
 * `/health/live`: the process runs; nothing else is asked, so that a store that is down restarts
 * nobody. `/health/ready`: 200 when every subgraph and its store answer, else 503 saying which does
 * not. Why it does not is in the log only.
 */
export function addHealthRoutes(server: FastifyInstance, options: HealthRoutesOptions): void {
  const check = sharedWhileRunning(() => checkReadiness(options));
  server.get('/health/live', () => ({ status: 'LIVE' }));
  server.get('/health/ready', async (_, reply) => {
    const readiness = await check();
    return reply.code(readiness.status === 'READY' ? 200 : 503).send(readiness);
  });
}

async function checkReadiness(options: HealthRoutesOptions): Promise<Readiness> {
  const { phase } = options.state;
  const subgraphs = await Promise.all(
    options.subgraphs().map((name) => checkSubgraph(name, options)),
  );
  const isReady = phase === 'SERVING' && subgraphs.every(({ state }) => state === 'READY');
  return { status: isReady ? 'READY' : 'NOT_READY', phase, subgraphs };
}

async function checkSubgraph(
  name: string,
  { transport, readyMs: deadlineMs, log }: HealthRoutesOptions,
): Promise<SubgraphHealth> {
  const { signal } = new AbortController();
  try {
    await withDeadline({ deadlineMs, signal }, (within) => transport.ready(name, within));
    return { name, state: 'READY' };
  } catch (err) {
    log.warn({ err, subgraph: name }, 'subgraph is not ready');
    return { name, state: 'UNAVAILABLE' };
  }
}

// However often the address is asked, the stores are asked once at a time.
function sharedWhileRunning<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null;
  return () => {
    running ??= work().finally(() => {
      running = null;
    });
    return running;
  };
}
