import type { BaseContext, Reader } from '@linju/kit';

import { agreementLoaders } from './agreement-by-id.js';
import { awardLoaders } from './award-by-id.js';
import { candidacyLoaders } from './candidacy-facts.js';
import { distributionLoaders } from './distribution-by-id.js';
import { membershipLoaders } from './membership-by-id.js';
import { needItemLoaders } from './need-item-by-id.js';
import { partnerLoaders } from './partner-by-id.js';
import { partnerProjectLoaders } from './partner-project-by-id.js';
import { partnerSchemeLoaders } from './partner-scheme-by-id.js';
import { resourceItemLoaders } from './resource-item-by-id.js';
import { serviceOfferingLoaders } from './service-offering-by-id.js';
import { totalsLoaders } from './totals-of-district.js';

/** Every loader of the subgraph, for one operation. */
export const createLoaders = (reader: Reader) => ({
  ...agreementLoaders(reader),
  ...awardLoaders(reader),
  ...candidacyLoaders(reader),
  ...distributionLoaders(reader),
  ...membershipLoaders(reader),
  ...needItemLoaders(reader),
  ...partnerLoaders(reader),
  ...partnerProjectLoaders(reader),
  ...partnerSchemeLoaders(reader),
  ...resourceItemLoaders(reader),
  ...serviceOfferingLoaders(reader),
  ...totalsLoaders(reader),
});

export type Loaders = ReturnType<typeof createLoaders>;

/** What every resolver of the subgraph finds in its context. */
export interface PartnersContext extends BaseContext {
  readonly load: Loaders;
}
