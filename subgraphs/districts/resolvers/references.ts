import { codeIn, idIn, type ResolveReference } from '@linju/kit';

import type { DistrictsContext } from '../loaders/index.js';

/** How other subgraphs' references to our entities are answered; one batch per type and wave. */
export const references: Readonly<Record<string, ResolveReference<DistrictsContext>>> = {
  City: (key, { load }) => load.cityByCode.load(codeIn(key)),
  District: (key, { load }) => load.districtByCode.load(codeIn(key)),
  Street: (key, { load }) => load.streetByCode.load(codeIn(key)),
  Community: (key, { load }) => load.communityById.load(idIn(key)),
  Estate: (key, { load }) => load.estateById.load(idIn(key)),
  Grid: (key, { load }) => load.gridById.load(idIn(key)),
  FunctionalArea: (key, { load }) => load.functionalAreaById.load(idIn(key)),
  Facility: (key, { load }) => load.facilityById.load(idIn(key)),
  Organisation: (key, { load }) => load.organisationById.load(idIn(key)),
  PolicyInstrument: (key, { load }) => load.policyInstrumentById.load(idIn(key)),
  Source: (key, { load }) => load.sourceById.load(idIn(key)),
};
