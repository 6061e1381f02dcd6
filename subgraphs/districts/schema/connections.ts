import { connectionTypes } from '@linju/kit';

import { Community } from './community.js';
import { Facility } from './facility.js';
import { Organisation } from './organisation.js';
import { PolicyInstrument } from './policy-instrument.js';
import { PageInfo } from './shared.js';
import { Source } from './source.js';

const pageInfo = () => PageInfo;

export const CommunityConnection = connectionTypes('Community', () => Community, pageInfo);
export const FacilityConnection = connectionTypes('Facility', () => Facility, pageInfo);
export const OrganisationConnection = connectionTypes('Organisation', () => Organisation, pageInfo);
export const PolicyInstrumentConnection = connectionTypes(
  'PolicyInstrument',
  () => PolicyInstrument,
  pageInfo,
);
export const SourceConnection = connectionTypes('Source', () => Source, pageInfo);
