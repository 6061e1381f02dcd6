import { AgreementResolver } from './agreement-resolver.js';
import { AwardCandidacyResolver } from './award-candidacy-resolver.js';
import { AwardMutations } from './award-mutations.js';
import { AwardResolver } from './award-resolver.js';
import { CityResolver } from './city-resolver.js';
import { CodeListResolver } from './code-list-resolver.js';
import { CommunityResolver } from './community-resolver.js';
import { DistributionResolver } from './distribution-resolver.js';
import { DistrictResolver } from './district-resolver.js';
import { EvaluationResolver } from './evaluation-resolver.js';
import { FacilityResolver } from './facility-resolver.js';
import { MembershipMutations } from './membership-mutations.js';
import { MembershipResolver } from './membership-resolver.js';
import { NeedItemResolver } from './need-item-resolver.js';
import { NeedMatchResolver } from './need-match-resolver.js';
import { NeedMutations } from './need-mutations.js';
import { OrganisationResolver } from './organisation-resolver.js';
import { PartnerMutations } from './partner-mutations.js';
import { PartnerProjectResolver } from './partner-project-resolver.js';
import { PartnerResolver } from './partner-resolver.js';
import { PartnerSchemeResolver } from './partner-scheme-resolver.js';
import { ResourceItemResolver } from './resource-item-resolver.js';
import { RevenueShareDueResolver } from './revenue-share-due-resolver.js';
import { ServiceAtPlaceResolver } from './service-at-place-resolver.js';
import { ServiceOfferingMutations } from './service-offering-mutations.js';
import { ServiceOfferingResolver } from './service-offering-resolver.js';
import { SharedWorkMutations } from './shared-work-mutations.js';
import { StreetResolver } from './street-resolver.js';

/** Every resolver class of the subgraph. */
export const resolvers = [
  AgreementResolver,
  AwardCandidacyResolver,
  AwardMutations,
  AwardResolver,
  CityResolver,
  CodeListResolver,
  CommunityResolver,
  DistributionResolver,
  DistrictResolver,
  EvaluationResolver,
  FacilityResolver,
  MembershipMutations,
  MembershipResolver,
  NeedItemResolver,
  NeedMatchResolver,
  NeedMutations,
  OrganisationResolver,
  PartnerMutations,
  PartnerProjectResolver,
  PartnerResolver,
  PartnerSchemeResolver,
  ResourceItemResolver,
  RevenueShareDueResolver,
  ServiceAtPlaceResolver,
  ServiceOfferingMutations,
  ServiceOfferingResolver,
  SharedWorkMutations,
  StreetResolver,
];
