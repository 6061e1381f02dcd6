import {
  amongKeys,
  equalsIfGiven,
  loadOne,
  pagedList,
  statement,
  withinArea,
  type Reader,
  type RowOf,
} from '@linju/kit';
import { eq } from 'drizzle-orm';

import { resourceItemTable } from '../tables/resource-item-table.js';

const columns = {
  id: resourceItemTable.id,
  title: resourceItemTable.title,
  kind: resourceItemTable.kind,
  ownerOrganisationId: resourceItemTable.ownerOrganisationId,
  ownerPartnerId: resourceItemTable.ownerPartnerId,
  districtCode: resourceItemTable.districtCode,
  streetCode: resourceItemTable.streetCode,
  communityId: resourceItemTable.communityId,
  available: resourceItemTable.available,
};

const resourceItemById = statement(columns, (select) =>
  select.from(resourceItemTable).where(amongKeys(resourceItemTable.id)),
);

const byTitle = {
  columns,
  from: resourceItemTable,
  where: equalsIfGiven(resourceItemTable.kind, 'kind'),
  order: [
    { by: resourceItemTable.title, type: 'text' },
    { by: resourceItemTable.id, type: 'text' },
  ],
};

/** Every resource, by title; `kind` may be null. */
export const allResources = pagedList({ ...byTitle, list: 'resourceItems' });

/** The resources of a city or a district, by title; `kind` may be null. */
export const resourcesOfArea = pagedList({
  ...byTitle,
  list: 'area.resourceItems',
  belongsTo: (area) => withinArea(resourceItemTable.districtCode, null, area),
});

/** The resources for one community, by title; `kind` may be null. */
export const resourcesOfCommunity = pagedList({
  ...byTitle,
  list: 'community.resourceItems',
  belongsTo: (community) => eq(resourceItemTable.communityId, community),
});

/** A resource as resolvers take it. */
export type ResourceItemRow = RowOf<typeof resourceItemById>;

/** Resources by id. */
export const resourceItemLoaders = (reader: Reader) => ({
  resourceItemById: loadOne(reader, resourceItemById, ({ id }) => id),
});
