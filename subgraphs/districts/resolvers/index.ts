import { AreaResolver } from './area-resolver.js';
import { CityResolver } from './city-resolver.js';
import { CodeListResolver } from './code-list-resolver.js';
import { CommunityMutations } from './community-mutations.js';
import { CommunityResolver } from './community-resolver.js';
import { DistrictResolver } from './district-resolver.js';
import { EstateResolver } from './estate-resolver.js';
import { FacilityMutations } from './facility-mutations.js';
import { FacilityResolver } from './facility-resolver.js';
import { FunctionalAreaResolver } from './functional-area-resolver.js';
import { GridResolver } from './grid-resolver.js';
import { OrganisationMutations } from './organisation-mutations.js';
import { OrganisationResolver } from './organisation-resolver.js';
import { PolicyInstrumentMutations } from './policy-instrument-mutations.js';
import { PolicyInstrumentResolver } from './policy-instrument-resolver.js';
import { PopulationFigureResolver } from './population-figure-resolver.js';
import { ProvenanceResolver, TransitionResolver } from './provenance-resolver.js';
import { SourceResolver } from './source-resolver.js';
import { StreetResolver } from './street-resolver.js';

/** Every resolver class of the subgraph. */
export const resolvers = [
  AreaResolver,
  CityResolver,
  CodeListResolver,
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
  PolicyInstrumentMutations,
  PolicyInstrumentResolver,
  PopulationFigureResolver,
  ProvenanceResolver,
  SourceResolver,
  StreetResolver,
  TransitionResolver,
];
