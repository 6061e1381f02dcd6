import type { SubgraphCall, SubgraphDoor } from '../call/subgraph-door.js';
import type { Viewer } from '../call/viewer.js';
import type { Clock } from '../clock.js';
import type { CommandParts } from '../write/write-scope.js';
import { openBaseLoaders, type BaseLoaders } from '../data/base-loaders.js';
import type { BaseTables } from '../data/base-tables.js';
import type { Database, Reader } from '../data/database.js';
import type { Migration } from '../data/migration.js';
import { outboxReader } from '../data/outbox.js';
import { openPages, type Pages } from '../data/page.js';
import type { NewId } from '../ids.js';
import type { ConstraintRefusals } from '../data/retry.js';
import type { BuiltSubgraph } from './build-subgraph.js';

/** What a subgraph is before it runs: enough to emit its schema, migrate and seed it. */
export interface SubgraphBlueprint extends BuiltSubgraph {
  readonly name: string;
  /** Its migrations, in order. */
  readonly migrations: () => Promise<readonly Migration[]>;
  /** What each database constraint means to the person who wrote. */
  readonly refusals: ConstraintRefusals;
  /** The tables that all subgraphs have, in its own schema. */
  readonly tables: BaseTables;
  /** Starts it on a database. */
  readonly createSubgraph: (parts: RunningParts) => SubgraphDoor;
  /** Writes the sourced facts; running it again changes nothing. Says how many records it holds. */
  readonly seed: (parts: RunningParts, progress: SeedProgress) => Promise<number>;
}

/** What a subgraph runs on. */
export interface RunningParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** Told as the seed goes on: how many of how many records. */
export type SeedProgress = (done: number, total: number) => void;

/** What every resolver finds in its context, in every subgraph. */
export interface BaseContext {
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly clock: Clock;
  readonly reader: Reader;
  readonly pages: Pages;
  readonly base: BaseLoaders;
  readonly commandParts: CommandParts;
  /** Makes the loaders new: what was read before a write may have been changed by it. */
  readonly forgetReads: () => void;
}

export interface DoorParts<Context extends BaseContext> extends RunningParts {
  readonly name: string;
  readonly built: BuiltSubgraph;
  readonly tables: BaseTables;
  /** Adds the subgraph's own loaders to what every context has; called again once something was written. */
  readonly contextOf: (base: BaseContext) => Context;
}

/** Opens the one door of a subgraph over its database. */
export function openDoor<Context extends BaseContext>(parts: DoorParts<Context>): SubgraphDoor {
  const { database, clock, newId, tables } = parts;
  return {
    name: parts.name,
    sdl: parts.built.sdl,
    schema: parts.built.schema,
    openContext: ({ viewer, requestId, signal }: SubgraphCall) => {
      const reader = database.reader(viewer, signal);
      const fresh = (): Context =>
        parts.contextOf({
          viewer,
          requestId,
          clock,
          reader,
          pages: openPages(reader),
          base: openBaseLoaders(tables, reader),
          commandParts: { database, tables, viewer, clock, newId },
          forgetReads: () => void Object.assign(context, fresh()),
        });
      const context = fresh();
      return context;
    },
    changes: outboxReader(database, tables),
    ready: () => database.ping(),
    close: () => database.close(),
  };
}
