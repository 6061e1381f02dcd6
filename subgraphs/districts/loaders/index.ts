import type { BaseContext, Reader } from '@linju/kit';

import { areaLoaders } from './area-by-code.js';
import { communityLoaders } from './community-by-id.js';
import { estateLoaders } from './estate-by-id.js';
import { facilityLoaders } from './facility-by-id.js';
import { functionalAreaLoaders } from './functional-areas-of-district.js';
import { gridLoaders } from './grid-by-id.js';
import { organisationLoaders } from './organisation-by-id.js';
import { policyInstrumentLoaders } from './policy-instrument-by-id.js';
import { populationLoaders } from './population-by-place.js';
import { sourceLoaders } from './source-by-id.js';

/** Every loader of the subgraph, for one operation. */
export const createLoaders = (reader: Reader) => ({
  ...areaLoaders(reader),
  ...communityLoaders(reader),
  ...estateLoaders(reader),
  ...facilityLoaders(reader),
  ...functionalAreaLoaders(reader),
  ...gridLoaders(reader),
  ...organisationLoaders(reader),
  ...policyInstrumentLoaders(reader),
  ...populationLoaders(reader),
  ...sourceLoaders(reader),
});

/** The loaders by their names. */
export type Loaders = ReturnType<typeof createLoaders>;

/** What every resolver of the subgraph finds in its context. */
export interface DistrictsContext extends BaseContext {
  readonly load: Loaders;
}
