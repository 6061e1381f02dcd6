import {
  createGateway,
  inProcessTransport,
  parseGatewayConfig,
  type Gateway,
} from '@linju/gateway';
import { systemClock, type SubgraphDoor } from '@linju/kit';
import type { Logger } from 'pino';

import { openDoors } from './open-doors.js';
import { playgroundFolder } from './playground.js';
import { requireListenable } from './listen-fault.js';
import { migrateAll, seedAll, type Progress } from './prepare-store.js';
import { parseSettings } from './settings.js';
import { openStore, type Store } from './store.js';
import { blueprints } from './subgraphs.js';
import { readSupergraph } from './supergraph.js';

/** The whole product in one process: database, subgraphs and gateway. */
export interface OneProcess {
  readonly store: Store;
  readonly doors: readonly SubgraphDoor[];
  readonly gateway: Gateway;
  /** Where it listens, `http://127.0.0.1:4000`. */
  readonly address: string;
  /** Lets running requests end (at most `deadlineMs`), then stops everything, the database last. */
  stop(deadlineMs?: number): Promise<void>;
}

/**
 * Boots, migrates, seeds and serves. What was started is stopped again when a later step fails.
 * @param environment usually process.env
 * @param hold        given the database server while it is being opened, so that it can be stopped
 *                    before the rest is there
 */
export async function startOneProcess(
  environment: Readonly<Record<string, string | undefined>>,
  progress: Progress,
  log: Logger,
  hold: (opening: Promise<Store>) => Promise<Store> = (opening) => opening,
): Promise<OneProcess> {
  const config = parseGatewayConfig(environment);
  const settings = parseSettings(
    environment,
    blueprints.map(({ name }) => name),
  );
  const supergraphSdl = await readSupergraph();
  await requireListenable(config);
  const store = await hold(openStore(settings, progress.line));
  const undo: (() => Promise<unknown>)[] = [() => store.stop()];
  try {
    await migrateAll(store, blueprints, progress);
    await seedAll(store, blueprints, progress);
    const doors = openDoors(store, blueprints);
    undo.push(() => closeDoors(doors));
    const gateway = await createGateway({
      config,
      supergraphSdl,
      transport: inProcessTransport({ doors, log }),
      log,
      clock: systemClock,
      staticFolders: playgroundFolder(),
    });
    undo.push(() => gateway.close());
    const address = await gateway.listen();
    return {
      store,
      doors,
      gateway,
      address,
      stop: async (deadlineMs = 10_000) => {
        await gateway.drain(deadlineMs);
        await closeDoors(doors);
        await store.stop();
      },
    };
  } catch (error) {
    for (const step of undo.reverse()) await step();
    throw error;
  }
}

const closeDoors = (doors: readonly SubgraphDoor[]): Promise<unknown> =>
  Promise.all(doors.map((door) => door.close()));
