import { payloadTypes } from '@linju/kit';

import { Community } from './community.js';
import { Estate } from './estate.js';
import { Facility } from './facility.js';
import { Grid } from './grid.js';
import { Organisation } from './organisation.js';
import { PolicyInstrument } from './policy-instrument.js';
import { UserError } from './shared.js';

const payloadType = payloadTypes(() => UserError);

/** What a write of a Community answers. */
export const CommunityPayload = payloadType('Community', () => Community);
/** What a write of a Estate answers. */
export const EstatePayload = payloadType('Estate', () => Estate);
/** What a write of a Facility answers. */
export const FacilityPayload = payloadType('Facility', () => Facility);
/** What a write of a Grid answers. */
export const GridPayload = payloadType('Grid', () => Grid);
/** What a write of a Organisation answers. */
export const OrganisationPayload = payloadType('Organisation', () => Organisation);
/** What a write of a PolicyInstrument answers. */
export const PolicyInstrumentPayload = payloadType('PolicyInstrument', () => PolicyInstrument);
