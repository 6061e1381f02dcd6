import { idIn, parseFen, parseInstant, type ReferenceKey, type ResolveReference } from '@linju/kit';

import type { PartnersContext } from '../loaders/index.js';
import { seesAward } from '../rules/may-read.js';
import type { CandidacyReference } from './award-candidacy-resolver.js';

/** How other subgraphs' references to our entities are answered; one batch per type and wave. */
export const references: Readonly<Record<string, ResolveReference<PartnersContext>>> = {
  Agreement: (key, { load }) => load.agreementById.load(idIn(key)),
  Award: async (key, { load, viewer }) => {
    const award = await load.awardById.load(idIn(key));
    return award && seesAward(viewer, award) ? award : null;
  },
  AwardCandidacy: (key) => candidacyOf(key),
  Distribution: (key, { load }) => load.distributionById.load(idIn(key)),
  Evaluation: (key, { load }) => load.evaluationById.load(idIn(key)),
  Membership: (key, { load }) => load.membershipById.load(idIn(key)),
  NeedItem: (key, { load }) => load.needItemById.load(idIn(key)),
  NeedMatch: (key, { load }) => load.needMatchById.load(idIn(key)),
  Partner: (key, { load }) => load.partnerById.load(idIn(key)),
  PartnerProject: (key, { load }) => load.partnerProjectById.load(idIn(key)),
  PartnerScheme: (key, { load }) => load.partnerSchemeById.load(idIn(key)),
  ResourceItem: (key, { load }) => load.resourceItemById.load(idIn(key)),
  RevenueShareDue: (key, { load }) => load.revenueShareDueById.load(idIn(key)),
  ServiceAtPlace: (key, { load }) => load.serviceAtPlaceById.load(idIn(key)),
  ServiceOffering: (key, { load }) => load.serviceOfferingById.load(idIn(key)),
  // Of other subgraphs: whether the record exists is theirs to say, so the key comes back as it came.
  City: (key) => key,
  Community: (key) => key,
  District: (key) => key,
  Facility: (key) => key,
  Organisation: (key) => key,
  Street: (key) => key,
};

// A reference travels as JSON: instants and amounts are texts in it. What it brings from another subgraph is kept,
// or what requires it would find nothing.
function candidacyOf(key: ReferenceKey): CandidacyReference & { readonly __typename: string } {
  const { asOf, sharePaidFen, contributionsPosted } = key;
  return {
    __typename: 'AwardCandidacy',
    membershipId: String(key['membershipId'] ?? ''),
    partnerId: String(key['partnerId'] ?? ''),
    year: Number(key['year']),
    asOf: asOf === null || asOf === undefined ? null : parseInstant(asOf),
    sharePaidFen:
      sharePaidFen === null || sharePaidFen === undefined
        ? null
        : parseFen(sharePaidFen, { signed: true }),
    contributionsPosted: typeof contributionsPosted === 'number' ? contributionsPosted : null,
  };
}
