import { randomBytes } from 'node:crypto';

import {
  createGateway,
  inProcessTransport,
  parseGatewayConfig,
  type Gateway,
  type StaticFolder,
} from '@linju/gateway';
import {
  anonymous,
  newUlidId,
  systemClock,
  type Clock,
  type SubgraphDoor,
  type Viewer,
} from '@linju/kit';
import { composeSupergraph } from '@linju/schema';
import { pino } from 'pino';

import { blueprints } from '../../cli/wire/subgraphs.js';
import {
  createTestDatabase,
  openTestDatabase,
  templateOf,
  type TestDatabase,
} from './test-database.js';

/** The whole graph in this process, on a database of its own; no port. */
export interface TestGraph extends AsyncDisposable {
  readonly gateway: Gateway;
  readonly doors: readonly SubgraphDoor[];
  readonly testDatabase: TestDatabase;
  /** Asks as a viewer, anonymous unless said; the answer as a client would get it. */
  ask(query: string, variables?: Record<string, unknown>, viewer?: Viewer): Promise<TestAnswer>;
  /** Opens a port; the address, `http://127.0.0.1:…`. */
  listen(): Promise<string>;
  /** Headers that make a request over HTTP one of the viewer's. */
  headersOf(viewer: Viewer): Readonly<Record<string, string>>;
  /** The SQL statements sent since the last call, by subgraph. */
  takeStatements(): Readonly<Record<string, readonly string[]>>;
}

/** What a client gets: `data`, `errors` and `extensions`, as JSON. */
export interface TestAnswer {
  // The shape is the query's, which the compiler does not know; tests compare whole answers.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data?: any;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string };
  }[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface TestGraphOptions {
  readonly clock?: Clock;
  /** Whether the sourced facts are there; they are unless this is false. */
  readonly seeded?: boolean;
  /** Built pages to serve when it listens. */
  readonly staticFolders?: readonly StaticFolder[];
}

const supergraph = composeSupergraph(blueprints);
const viewerHeader = 'linju-test-viewer';

/** Boots the graph on a copy of the migrated (and seeded) database of the run. */
export async function startGraph(options: TestGraphOptions = {}): Promise<TestGraph> {
  const { clock = systemClock, seeded = true } = options;
  const testDatabase = await createTestDatabase(await templateOf(blueprints, seeded));
  const statements: Record<string, string[]> = {};
  const doors = blueprints.map((blueprint) => {
    const sent: string[] = (statements[blueprint.name] = []);
    const onStatement = (text: string) => sent.push(text);
    const database = openTestDatabase(testDatabase, blueprint, { onStatement });
    return blueprint.createSubgraph({ database, clock, newId: newUlidId });
  });
  const log = pino({ level: process.env['LINJU_LOG_LEVEL'] ?? 'silent' });
  const viewers = new Map<string, Viewer>();
  const gateway = await createGateway({
    config: parseGatewayConfig({}),
    supergraphSdl: supergraph.supergraphSdl,
    transport: inProcessTransport({ doors, log }),
    log,
    clock,
    staticFolders: options.staticFolders ?? [],
    // Only this test knows the names in the map, so nobody outside can become one of them.
    viewerOfRequest: (headers) => viewers.get(String(headers[viewerHeader])) ?? anonymous,
  });
  const headersOf = (viewer: Viewer): Record<string, string> => {
    const name = randomBytes(8).toString('hex');
    viewers.set(name, viewer);
    return { [viewerHeader]: name };
  };
  return {
    gateway,
    doors,
    testDatabase,
    listen: () => gateway.listen({ host: '127.0.0.1', port: 0 }),
    headersOf,
    ask: async (query, variables = {}, viewer = anonymous) => {
      const answer = await gateway.handle({
        query,
        operationName: null,
        variables,
        headers: headersOf(viewer),
        requestId: 'test',
        readsOnly: false,
        signal: new AbortController().signal,
      });
      const told = answer.kind === 'EXECUTED' ? answer.result : { errors: answer.errors };
      return JSON.parse(JSON.stringify(told)) as TestAnswer;
    },
    takeStatements: () =>
      Object.fromEntries(Object.entries(statements).map(([name, sent]) => [name, sent.splice(0)])),
    [Symbol.asyncDispose]: async () => {
      await gateway.close();
      await Promise.all(doors.map((door) => door.close()));
      await testDatabase[Symbol.asyncDispose]();
    },
  };
}
