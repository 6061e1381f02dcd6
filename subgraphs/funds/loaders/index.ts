import type { BaseContext, Reader } from '@linju/kit';

import { budgetLineLoaders } from './budget-line-by-id.js';
import { disclosureLoaders } from './disclosure-by-id.js';
import { findingLoaders } from './findings-of-fund.js';
import { flowLoaders } from './flow-by-cell.js';
import { fundLoaders } from './fund-by-id.js';
import { grantLoaders } from './grant-by-id.js';
import { pledgeLoaders } from './pledge-by-id.js';
import { givenLoaders } from './share-paid-by-partner.js';
import { transferLoaders } from './transfer-by-id.js';

/** Every loader of the subgraph, for one operation. */
export const createLoaders = (reader: Reader) => ({
  ...budgetLineLoaders(reader),
  ...disclosureLoaders(reader),
  ...findingLoaders(reader),
  ...flowLoaders(reader),
  ...fundLoaders(reader),
  ...givenLoaders(reader),
  ...grantLoaders(reader),
  ...pledgeLoaders(reader),
  ...transferLoaders(reader),
});

export type Loaders = ReturnType<typeof createLoaders>;

/** What every resolver of the subgraph finds in its context. */
export interface FundsContext extends BaseContext {
  readonly load: Loaders;
}
