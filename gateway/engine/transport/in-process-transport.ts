import {
  Fault,
  operationRunner,
  type RunOperation,
  type SubgraphAnswer,
  type SubgraphDoor,
} from '@linju/kit';
import type { Logger } from 'pino';

import type { OperationScope, SubgraphRequest, Transport } from './transport.js';

/** The subgraphs of this process, and where failures of their resolvers are told. */
export interface InProcessTransportOptions {
  readonly doors: readonly SubgraphDoor[];
  readonly log: Pick<Logger, 'error'>;
}

/**
 * Subgraphs in the same process: no port, no JSON, documents already parsed.
 *
 * A door's context lives as long as the client's operation, so its loaders are shared between the
 * waves of one plan: a subgraph that is asked twice still reads each row once.
 */
export function inProcessTransport({ doors, log }: InProcessTransportOptions): Transport {
  const rooms = new Map(doors.map((door) => [door.name, { door, run: operationRunner(door) }]));
  const contexts = new OperationContexts();
  return {
    subgraphs: [...rooms.keys()],
    async call(request) {
      const room = rooms.get(request.subgraph);
      if (!room) throw unknownSubgraph(request.subgraph);
      const { subgraph, operation } = request;
      const onError = (err: unknown) =>
        log.error({ err, subgraph, requestId: operation.requestId }, 'resolver failed');
      return contexts.using(room.door, request, (context, signal) =>
        runIn(room.run, request, { context, signal, onError }),
      );
    },
    async ready(subgraph) {
      const room = rooms.get(subgraph);
      if (!room) throw unknownSubgraph(subgraph);
      await room.door.ready();
    },
    close: () => Promise.resolve(),
  };
}

function runIn(
  run: RunOperation,
  { query, document, operationName, variables }: SubgraphRequest,
  how: Parameters<RunOperation>[1],
): Promise<SubgraphAnswer> {
  return run({ query, document, operationName, variables }, how);
}

const unknownSubgraph = (name: string): Fault =>
  new Fault('SUBGRAPH_UNAVAILABLE', `No subgraph named "${name}" runs in this process.`);

interface OpenContext {
  readonly context: object;
  readonly controller: AbortController;
}

/** The contexts that doors have opened for the operations under way. */
class OperationContexts {
  readonly #open = new WeakMap<OperationScope, Map<string, OpenContext>>();

  async using<T>(
    door: SubgraphDoor,
    { operation, signal }: SubgraphRequest,
    work: (context: object, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const { context, controller } = this.#contextOf(door, operation);
    // A call that is given up takes its context along: its loaders wait for work that was cancelled.
    const abandon = () => {
      this.#open.get(operation)?.delete(door.name);
      controller.abort();
    };
    signal.addEventListener('abort', abandon, { once: true });
    try {
      return await work(context, controller.signal);
    } finally {
      signal.removeEventListener('abort', abandon);
    }
  }

  #contextOf(door: SubgraphDoor, operation: OperationScope): OpenContext {
    const opened = this.#open.get(operation) ?? new Map<string, OpenContext>();
    this.#open.set(operation, opened);
    const known = opened.get(door.name);
    if (known) return known;
    const controller = new AbortController();
    const { viewer, requestId } = operation;
    const context = door.openContext({ viewer, requestId, signal: controller.signal });
    opened.set(door.name, { context, controller });
    return { context, controller };
  }
}
