import type { ResolveReference } from '@linju/kit';

import type { FundsContext } from '../loaders/index.js';
import { findAccount } from './account-resolver.js';

const text = (key: Readonly<Record<string, unknown>>, field = 'id'): string =>
  String(key[field] ?? '');

// What we add to an entity of another subgraph needs no more than its key; whether the entity is
// there, its owner knows.
const itself: ResolveReference<FundsContext> = (key) => key;

/** How other subgraphs' references are answered; one batch per type and wave. */
export const references: Readonly<Record<string, ResolveReference<FundsContext>>> = {
  Fund: (key, { load }) => load.fundById.load(text(key)),
  Account: (key, context) => findAccount(context, text(key, 'code')),
  Transfer: (key, { load }) => load.transferById.load(text(key)),
  Pledge: (key, { load }) => load.pledgeById.load(text(key)),
  Grant: (key, { load }) => load.grantById.load(text(key)),
  BudgetLine: (key, { load }) => load.budgetLineById.load(text(key)),
  Disclosure: (key, { load }) => load.disclosureById.load(text(key)),
  ComplianceFinding: (key, { load }) => load.findingById.load(text(key)),
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
