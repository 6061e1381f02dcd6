import { callSigner, Fault, signedCallHeader, type Clock, type SubgraphAnswer } from '@linju/kit';
import { Pool, type Dispatcher } from 'undici';

import { readSubgraphAnswer } from './read-subgraph-answer.js';
import type { OperationScope, SubgraphRequest, Transport } from './transport.js';

export interface HttpTransportOptions {
  /** Where each subgraph listens: `{ districts: 'http://127.0.0.1:4101' }`. Nowhere else is called. */
  readonly addresses: Readonly<Record<string, string>>;
  /** Shared with the subgraphs; at least 32 characters. */
  readonly secret: string;
  readonly clock: Clock;
  /** Connections per subgraph. Default 32. */
  readonly connectionsMax?: number;
  /** Largest answer of one call, bytes. Default 8 MiB. */
  readonly callBytesMax?: number;
  /** Largest sum of the answers of one client operation, bytes. Default 16 MiB. */
  readonly operationBytesMax?: number;
}

const mebibyte = 1024 * 1024;

/**
 * Subgraphs behind HTTP. A subgraph is not trusted to be quick, small or well-formed: the caller's
 * signal ends the whole exchange, answers are cut at a size, redirects are not followed (an address
 * that a subgraph names could lie inside our network), and only JSON is read.
 * @throws Error when the secret is too short or an address is not a plain `http(s)://host:port`
 */
export function httpTransport(options: HttpTransportOptions): Transport {
  const { callBytesMax = 8 * mebibyte, operationBytesMax = 16 * mebibyte } = options;
  const pools = openPools(options);
  const headersOf = headerWriter(options);
  const budget = byteBudget(operationBytesMax);
  return {
    subgraphs: [...pools.keys()],
    async call(request) {
      const pool = requirePool(pools, request.subgraph);
      const body = bodyOf(request);
      const { operation, signal } = request;
      const response = await reach(request.subgraph, () =>
        pool.request({
          path: '/graphql',
          method: 'POST',
          headers: headersOf(request, body),
          body,
          signal,
        }),
      );
      return readWithin(response, request, Math.min(callBytesMax, budget.left(operation)));
    },
    async ready(subgraph, signal) {
      const pool = requirePool(pools, subgraph);
      const response = await pool.request({ path: '/health/ready', method: 'GET', signal });
      await response.body.dump({ limit: 64 * 1024 });
      if (response.statusCode !== 200) throw new Error(`readiness answered ${response.statusCode}`);
    },
    close: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  };

  async function readWithin(
    response: Dispatcher.ResponseData,
    { subgraph, operation }: SubgraphRequest,
    bytesMax: number,
  ): Promise<SubgraphAnswer> {
    const { answer, bytes } = await readSubgraphAnswer(response, { subgraph, bytesMax });
    budget.take(operation, bytes);
    return answer;
  }
}

function openPools({ addresses, connectionsMax = 32 }: HttpTransportOptions) {
  const pools = new Map<string, Pool>();
  for (const [subgraph, address] of Object.entries(addresses)) {
    requirePlainAddress(subgraph, address);
    // The signal is the only clock: undici's own timeouts start anew with every chunk.
    const timeouts = { headersTimeout: 0, bodyTimeout: 0 };
    pools.set(subgraph, new Pool(address, { connections: connectionsMax, ...timeouts }));
  }
  return pools;
}

function requirePlainAddress(subgraph: string, address: string): void {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.username) return;
  throw new Error(
    `The address of the subgraph ${subgraph} is ${JSON.stringify(address)}; it must look like http://127.0.0.1:4101.`,
  );
}

function requirePool(pools: ReadonlyMap<string, Pool>, subgraph: string): Pool {
  const pool = pools.get(subgraph);
  if (pool) return pool;
  throw new Fault('SUBGRAPH_UNAVAILABLE', `No address is known for the subgraph ${subgraph}.`);
}

const bodyOf = ({ query, operationName, variables }: SubgraphRequest): Buffer =>
  Buffer.from(JSON.stringify({ query, operationName, variables }));

function headerWriter({ secret, clock }: HttpTransportOptions) {
  const sign = callSigner(secret, clock);
  return ({ subgraph, operation }: SubgraphRequest, body: Buffer) => ({
    'content-type': 'application/json',
    accept: 'application/json',
    'accept-encoding': 'identity',
    'x-request-id': operation.requestId,
    [signedCallHeader]: sign({
      subgraph,
      viewer: operation.viewer,
      requestId: operation.requestId,
      operation: body,
    }),
  });
}

async function reach<T>(subgraph: string, request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (cause) {
    throw new Fault('SUBGRAPH_UNAVAILABLE', `${subgraph} cannot be reached`, { cause });
  }
}

// One operation may call many times; together they must not fill the memory either.
function byteBudget(bytesMax: number) {
  const taken = new WeakMap<OperationScope, number>();
  return {
    left: (operation: OperationScope) => bytesMax - (taken.get(operation) ?? 0),
    take: (operation: OperationScope, bytes: number) =>
      taken.set(operation, (taken.get(operation) ?? 0) + bytes),
  };
}
