import type { TestDatabase } from '../support/test-database.js';
import { startLinju, type ServingProcess } from '../support/start-process.js';
import { blueprints } from '../../cli/wire/subgraphs.js';

/** The product as many processes: one per subgraph, each with its own role's login only, and a gateway. */
export interface ManyProcesses extends AsyncDisposable {
  readonly gateway: ServingProcess;
  /** The processes of the subgraphs at this moment, by name. */
  readonly subgraphs: Map<string, ServingProcess>;
  /** Starts a subgraph that has ended again, at the address it had. */
  startAgain(name: string): Promise<void>;
}

/** What gateway and subgraphs of the tests sign their calls with. */
export const sharedSecret = 'a secret that only the processes of this test share';

/** Starts all of them on a database that is migrated and seeded. */
export async function startManyProcesses(database: TestDatabase): Promise<ManyProcesses> {
  const started = await Promise.all(
    blueprints.map(async ({ name }) => [name, await startSubgraph(database, name, '0')] as const),
  );
  const subgraphs = new Map(started);
  const gateway = await startLinju(['gateway'], {
    LINJU_SECRET: sharedSecret,
    ...Object.fromEntries(started.map(([name, { address }]) => [variableOf(name), address])),
  });
  return {
    gateway,
    subgraphs,
    startAgain: async (name) => {
      const port = new URL(subgraphs.get(name)?.address ?? '').port;
      subgraphs.set(name, await startSubgraph(database, name, port));
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([gateway, ...subgraphs.values()].map((each) => each.kill()));
    },
  };
}

const variableOf = (name: string): string => `${name.toUpperCase()}_URL`;

const startSubgraph = (
  database: TestDatabase,
  name: string,
  port: string,
): Promise<ServingProcess> =>
  startLinju(
    ['subgraph', name],
    {
      LINJU_SECRET: sharedSecret,
      PORT: port,
      [`${name.toUpperCase()}_DATABASE_URL`]: database.roleUrl(name),
    },
    { outlivesTest: true },
  );
