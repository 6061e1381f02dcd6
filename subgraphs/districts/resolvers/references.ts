import type { ResolveReference } from '@linju/kit';

import type { DistrictsContext } from '../loaders/index.js';

// A key that is no text stands for nothing.
function text(key: Readonly<Record<string, unknown>>, field: 'id' | 'code'): string {
  const value = key[field];
  return typeof value === 'string' ? value : '';
}

/** How other subgraphs' references to our entities are answered; one batch per type and wave. */
export const references: Readonly<Record<string, ResolveReference<DistrictsContext>>> = {
  City: (key, { load }) => load.cityByCode.load(text(key, 'code')),
  District: (key, { load }) => load.districtByCode.load(text(key, 'code')),
  Street: (key, { load }) => load.streetByCode.load(text(key, 'code')),
  Community: (key, { load }) => load.communityById.load(text(key, 'id')),
  Estate: (key, { load }) => load.estateById.load(text(key, 'id')),
  Grid: (key, { load }) => load.gridById.load(text(key, 'id')),
  FunctionalArea: (key, { load }) => load.functionalAreaById.load(text(key, 'id')),
  Facility: (key, { load }) => load.facilityById.load(text(key, 'id')),
  Organisation: (key, { load }) => load.organisationById.load(text(key, 'id')),
  PolicyInstrument: (key, { load }) => load.policyInstrumentById.load(text(key, 'id')),
  Source: (key, { load }) => load.sourceById.load(text(key, 'id')),
};
