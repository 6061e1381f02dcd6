import {
  amongKeys,
  equalsIfGiven,
  loadMany,
  loadOne,
  pagedList,
  statement,
  withinArea,
  type Reader,
  type RowOf,
} from '@linju/kit';
import { asc, sql, type SQL } from 'drizzle-orm';

import type { PartnerOrder } from '../schema/list-args.js';
import { membershipTable } from '../tables/membership-table.js';
import { serviceAtPlaceTable, serviceOfferingTable } from '../tables/service-offering-tables.js';

/** What is read of a service, wherever it is read. */
export const offeringColumns = {
  id: serviceOfferingTable.id,
  partnerId: serviceOfferingTable.partnerId,
  districtCode: serviceOfferingTable.districtCode,
  name: serviceOfferingTable.name,
  serviceKind: serviceOfferingTable.serviceKind,
  priceTier: serviceOfferingTable.priceTier,
  priceFen: serviceOfferingTable.priceFen,
  priceUnit: serviceOfferingTable.priceUnit,
  eligibility: serviceOfferingTable.eligibility,
  requiredDocuments: serviceOfferingTable.requiredDocuments,
  status: serviceOfferingTable.status,
  lastVerifiedAt: serviceOfferingTable.lastVerifiedAt,
  verifiedById: serviceOfferingTable.verifiedBy,
};

const placeColumns = {
  id: serviceAtPlaceTable.id,
  offeringId: serviceAtPlaceTable.offeringId,
  communityId: serviceAtPlaceTable.communityId,
  facilityId: serviceAtPlaceTable.facilityId,
  schedule: serviceAtPlaceTable.schedule,
  validFrom: serviceAtPlaceTable.validFrom,
  validTo: serviceAtPlaceTable.validTo,
};

const serviceOfferingById = statement(offeringColumns, (select) =>
  select.from(serviceOfferingTable).where(amongKeys(serviceOfferingTable.id)),
);

const offeringsOfPartner = statement(offeringColumns, (select) =>
  select
    .from(serviceOfferingTable)
    .where(amongKeys(serviceOfferingTable.partnerId))
    .orderBy(asc(serviceOfferingTable.name), asc(serviceOfferingTable.id)),
);

const serviceAtPlaceById = statement(placeColumns, (select) =>
  select.from(serviceAtPlaceTable).where(amongKeys(serviceAtPlaceTable.id)),
);

const placesOfOffering = statement(placeColumns, (select) =>
  select
    .from(serviceAtPlaceTable)
    .where(amongKeys(serviceAtPlaceTable.offeringId))
    .orderBy(asc(serviceAtPlaceTable.id)),
);

/** Every service. Placeholders of both lists: serviceKind, priceTier, status, scheme. */
export const allOfferings = inBothOrders('serviceOfferings');

/** The services of partners of a city or a district, by its code. */
export const offeringsOfArea = inBothOrders('area.serviceOfferings', (area) =>
  withinArea(serviceOfferingTable.districtCode, null, area),
);

function inBothOrders(list: string, belongsTo?: (key: SQL) => SQL) {
  const parts = {
    columns: offeringColumns,
    from: serviceOfferingTable,
    where: matchesFilter(),
    ...(belongsTo && { belongsTo }),
  };
  const id = { by: serviceOfferingTable.id, type: 'text' };
  const verified = sql`coalesce(${serviceOfferingTable.lastVerifiedAt}, '-infinity')`;
  return {
    NAME: pagedList({
      ...parts,
      list,
      order: [{ by: serviceOfferingTable.name, type: 'text' }, id],
    }),
    LAST_VERIFIED: pagedList({
      ...parts,
      list: `${list} by verification`,
      order: [{ by: verified, type: 'timestamptz' }, id],
      direction: 'desc',
    }),
  } satisfies Record<PartnerOrder, unknown>;
}

function matchesFilter(): SQL {
  const scheme = sql`${sql.placeholder('scheme')}::text`;
  return sql`${equalsIfGiven(serviceOfferingTable.serviceKind, 'serviceKind')}
    and ${equalsIfGiven(serviceOfferingTable.priceTier, 'priceTier')}
    and ${equalsIfGiven(serviceOfferingTable.status, 'status')}
    and (${scheme} is null or exists (
      select from ${membershipTable} m
      where m.partner_id = ${serviceOfferingTable.partnerId} and m.scheme_id = ${scheme}))`;
}

/** A service and a service at a place as resolvers take them. */
export type ServiceOfferingRow = RowOf<typeof serviceOfferingById>;
export type ServiceAtPlaceRow = RowOf<typeof serviceAtPlaceById>;

/** Services by id and by partner, and where they can be had. */
export const serviceOfferingLoaders = (reader: Reader) => ({
  serviceOfferingById: loadOne(reader, serviceOfferingById, ({ id }) => id),
  offeringsOfPartner: loadMany(reader, offeringsOfPartner, ({ partnerId }) => partnerId),
  serviceAtPlaceById: loadOne(reader, serviceAtPlaceById, ({ id }) => id),
  placesOfOffering: loadMany(reader, placesOfOffering, ({ offeringId }) => offeringId),
});
