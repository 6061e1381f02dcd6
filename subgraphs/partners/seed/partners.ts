import type { SeedRecord } from '@linju/kit';

import type { PartnerType } from '../rules/partner-type.js';
import { membershipTable } from '../tables/membership-table.js';
import { partnerPremisesTable, partnerTable } from '../tables/partner-tables.js';
import { recordOf } from './record-of.js';
import { dayOf, statedIn, type SeedDocument } from './seed-provenance.js';

interface PartnerFacts {
  /** The end of the ids of the partner, of its membership and of its organisation. */
  readonly slug: string;
  readonly type: PartnerType;
  readonly subtypes: readonly string[];
  readonly displayName: string;
  readonly scheme: 'hetang' | 'linjuli';
  readonly cityCode: string;
  /** Null: of a city-wide scheme, and no district is stated. */
  readonly districtCode: string | null;
  /** Facilities it works from; UNKNOWN where none is stated. */
  readonly premises?: readonly string[];
  readonly from: SeedDocument;
  /** MEDIUM where the type is our reading. */
  readonly confidence?: 'MEDIUM';
}

const hetang = {
  scheme: 'hetang',
  cityCode: '430200',
  districtCode: '430202',
  from: 's3',
} as const;
const linjuli = {
  scheme: 'linjuli',
  cityCode: '430100',
  districtCode: null,
  from: 's0',
} as const;

// The individual partner whom S3 honours is not here: a partner of that kind is a person, and no person is taken
// over. Nor are the merchants of S0 that are counted and not named.
const facts: readonly PartnerFacts[] = [
  {
    slug: 'lele',
    type: 'COMMERCIAL',
    subtypes: ['MERCHANT'],
    displayName: '乐乐超市',
    premises: ['facility_seed_igo'],
    ...hetang,
  },
  {
    slug: 'datong',
    type: 'COMMUNITY_GROUP',
    subtypes: ['SOCIAL_ORGANISATION'],
    displayName: '市大同社会工作服务中心',
    ...hetang,
  },
  // Also a volunteer team: one organisation in two roles.
  {
    slug: 'qingzhilian',
    type: 'COMMUNITY_GROUP',
    subtypes: ['UNIVERSITY', 'VOLUNTEER_ORGANISATION'],
    displayName: '湖南工业大学体育学院青志联',
    ...hetang,
  },
  // That an association of shops is a group and no merchant is our reading.
  {
    slug: 'mendian',
    type: 'COMMUNITY_GROUP',
    subtypes: [],
    displayName: '门店协会',
    confidence: 'MEDIUM',
    ...hetang,
  },
  {
    slug: 'hunan_smart_farming',
    type: 'COMMUNITY_GROUP',
    subtypes: ['ASSOCIATION'],
    displayName: '湖南省智慧农业产业协会',
    ...linjuli,
  },
  {
    slug: 'jiadianai',
    type: 'COMMERCIAL',
    subtypes: ['ENTERPRISE'],
    displayName: '“家点爱”中式点面',
    ...linjuli,
  },
];

/** The partners that documents name. */
export const partners = (): readonly SeedRecord[] => facts.map(partnerRecord);

/** Their memberships. Applications and admissions are not told of; the documents show them at work. */
export const memberships = (): readonly SeedRecord[] => facts.map(membershipRecord);

function partnerRecord(fact: PartnerFacts): SeedRecord {
  const { slug, type, subtypes, displayName, cityCode, districtCode, premises = [] } = fact;
  const id = `partner_seed_${slug}`;
  return recordOf({
    type: 'Partner',
    id,
    districtCode,
    table: partnerTable,
    row: {
      id,
      type,
      subtypes: [...subtypes],
      displayName,
      organisationId: `organisation_seed_${slug}`,
      cityCode,
      districtCode,
      premisesState: premises.length > 0 ? 'KNOWN' : 'UNKNOWN',
      honours: [],
    },
    beside: premises.map((facilityId) => ({
      table: partnerPremisesTable,
      row: { partnerId: id, facilityId, districtCode },
    })),
    provenance: statedIn(fact.from, fact.confidence),
  });
}

function membershipRecord({ slug, scheme, districtCode, from }: PartnerFacts): SeedRecord {
  const id = `membership_seed_${slug}`;
  return recordOf({
    type: 'Membership',
    id,
    districtCode,
    table: membershipTable,
    row: {
      id,
      partnerId: `partner_seed_${slug}`,
      schemeId: `partnerscheme_seed_${scheme}`,
      districtCode,
      state: 'ACTIVE',
    },
    provenance: statedIn(from),
    transitions: [{ from: null, to: 'ACTIVE', effectiveAt: dayOf(from) }],
  });
}
