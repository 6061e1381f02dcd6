import { CityResolver } from './city-resolver.js';
import { CommunityResolver } from './community-resolver.js';
import { DistrictResolver } from './district-resolver.js';
import { EstateResolver } from './estate-resolver.js';
import { FacilityResolver } from './facility-resolver.js';
import { FunctionalAreaResolver } from './functional-area-resolver.js';
import { GridResolver } from './grid-resolver.js';
import { OrganisationResolver } from './organisation-resolver.js';
import { PolicyInstrumentResolver } from './policy-instrument-resolver.js';
import { ProvenanceResolver, TransitionResolver } from './provenance-resolver.js';
import { SourceResolver } from './source-resolver.js';
import { CommunityMutations } from './community-mutations.js';
import { OrganisationMutations } from './organisation-mutations.js';
import { FacilityMutations } from './facility-mutations.js';
import { StreetResolver } from './street-resolver.js';

/** Every resolver class of the subgraph. */
export const resolvers = [
  CityResolver,
  CommunityMutations,
  CommunityResolver,
  DistrictResolver,
  EstateResolver,
  FacilityMutations,
  FacilityResolver,
  FunctionalAreaResolver,
  GridResolver,
  OrganisationMutations,
  OrganisationResolver,
  PolicyInstrumentResolver,
  ProvenanceResolver,
  SourceResolver,
  StreetResolver,
  TransitionResolver,
];
