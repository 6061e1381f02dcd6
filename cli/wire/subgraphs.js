import { areas, blueprint as districts } from '@linju/districts';
/** The one list of the subgraphs, in the order they are migrated and seeded. */
export const blueprints = [districts];
/** The register of administrative codes; every subgraph keeps a copy to check its records by. */
export { areas };
//# sourceMappingURL=subgraphs.js.map