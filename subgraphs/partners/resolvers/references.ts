import { parseFen, parseInstant, type ResolveReference } from '@linju/kit';

import type { PartnersContext } from '../loaders/index.js';
import { seesAward } from '../rules/may-read.js';
import type { CandidacyReference } from './award-candidacy-resolver.js';

type Key = Readonly<Record<string, unknown>>;

const idOf = (key: Key): string => String(key['id'] ?? '');

/** How other subgraphs' references to our entities are answered; one batch per type and wave. */
export const references: Readonly<Record<string, ResolveReference<PartnersContext>>> = {
  Agreement: (key, { load }) => load.agreementById.load(idOf(key)),
  Award: async (key, { load, viewer }) => {
    const award = await load.awardById.load(idOf(key));
    return award && seesAward(viewer, award) ? award : null;
  },
  AwardCandidacy: (key) => candidacyOf(key),
  Distribution: (key, { load }) => load.distributionById.load(idOf(key)),
  Evaluation: (key, { load }) => load.evaluationById.load(idOf(key)),
  Membership: (key, { load }) => load.membershipById.load(idOf(key)),
  NeedItem: (key, { load }) => load.needById.load(idOf(key)),
  NeedMatch: (key, { load }) => load.matchById.load(idOf(key)),
  Partner: (key, { load }) => load.partnerById.load(idOf(key)),
  PartnerProject: (key, { load }) => load.projectById.load(idOf(key)),
  PartnerScheme: (key, { load }) => load.schemeById.load(idOf(key)),
  ResourceItem: (key, { load }) => load.resourceById.load(idOf(key)),
  RevenueShareDue: (key, { load }) => load.dueById.load(idOf(key)),
  ServiceAtPlace: (key, { load }) => load.placeById.load(idOf(key)),
  ServiceOffering: (key, { load }) => load.offeringById.load(idOf(key)),
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
function candidacyOf(key: Key): CandidacyReference & { readonly __typename: string } {
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
