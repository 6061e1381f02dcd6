import { areas, blueprint as districts } from '@linju/districts';
import { blueprint as funds } from '@linju/funds';
import type { SubgraphBlueprint } from '@linju/kit';
import { blueprint as partners } from '@linju/partners';

/** The one list of the subgraphs, in the order they are migrated and seeded. */
export const blueprints: readonly SubgraphBlueprint[] = [districts, partners, funds];

/** The register of administrative codes; every subgraph keeps a copy to check its records by. */
export { areas };
