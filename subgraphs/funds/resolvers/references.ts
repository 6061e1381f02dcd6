import { codeIn, idIn, type ResolveReference } from '@linju/kit';

import type { FundsContext } from '../loaders/index.js';
import { findAccount } from './account-resolver.js';

// What we add to an entity of another subgraph needs no more than its key; whether the entity is
// there, its owner knows.
const itself: ResolveReference<FundsContext> = (key) => key;

/** How other subgraphs' references are answered; one batch per type and wave. */
export const references: Readonly<Record<string, ResolveReference<FundsContext>>> = {
  Fund: (key, { load }) => load.fundById.load(idIn(key)),
  Account: (key, context) => findAccount(context, codeIn(key)),
  Transfer: (key, { load }) => load.transferById.load(idIn(key)),
  Pledge: (key, { load }) => load.pledgeById.load(idIn(key)),
  Grant: (key, { load }) => load.grantById.load(idIn(key)),
  BudgetLine: (key, { load }) => load.budgetLineById.load(idIn(key)),
  Disclosure: (key, { load }) => load.disclosureById.load(idIn(key)),
  ComplianceFinding: (key, { load }) => load.complianceFindingById.load(idIn(key)),
  AwardCandidacy: itself,
  City: itself,
  Community: itself,
  District: itself,
  Event: itself,
  NeedMatch: itself,
  Partner: itself,
  Request: itself,
  Street: itself,
};
