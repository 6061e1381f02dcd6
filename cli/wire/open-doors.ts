import { newUlidId, systemClock, type SubgraphBlueprint, type SubgraphDoor } from '@linju/kit';

import { openSubgraphDatabase } from './prepare-store.js';
import type { Store } from './store.js';

/** Opens every subgraph on the store, each through its own role. Closing a door closes its database. */
export const openDoors = (
  store: Store,
  blueprints: readonly SubgraphBlueprint[],
): readonly SubgraphDoor[] =>
  blueprints.map((blueprint) =>
    blueprint.createSubgraph({
      database: openSubgraphDatabase(store, blueprint),
      clock: systemClock,
      newId: newUlidId,
    }),
  );
