import { AccountResolver } from './account-resolver.js';
import { AwardCandidacyResolver } from './award-candidacy-resolver.js';
import { BudgetLineResolver } from './budget-line-resolver.js';
import { CodeListResolver } from './code-list-resolver.js';
import { ComplianceFindingResolver } from './compliance-finding-resolver.js';
import { DisclosureResolver } from './disclosure-resolver.js';
import { FundFigures } from './fund-figures.js';
import { FundMutations } from './fund-mutations.js';
import { FundResolver } from './fund-resolver.js';
import {
  EventResolver,
  NeedMatchResolver,
  PartnerResolver,
  RequestResolver,
} from './funded-resolvers.js';
import { GrantResolver } from './grant-resolver.js';
import {
  CityResolver,
  CommunityResolver,
  DistrictResolver,
  StreetResolver,
} from './place-resolvers.js';
import { PledgeResolver } from './pledge-resolver.js';
import { PromiseMutations } from './promise-mutations.js';
import { PublicationMutations } from './publication-mutations.js';
import { TransferMutations } from './transfer-mutations.js';
import { TransferResolver } from './transfer-resolver.js';

/** Every resolver class of the subgraph. */
export const resolvers = [
  AccountResolver,
  AwardCandidacyResolver,
  BudgetLineResolver,
  CityResolver,
  CodeListResolver,
  CommunityResolver,
  ComplianceFindingResolver,
  DisclosureResolver,
  DistrictResolver,
  EventResolver,
  FundFigures,
  FundMutations,
  FundResolver,
  GrantResolver,
  NeedMatchResolver,
  PartnerResolver,
  PledgeResolver,
  PromiseMutations,
  PublicationMutations,
  RequestResolver,
  StreetResolver,
  TransferMutations,
  TransferResolver,
];
