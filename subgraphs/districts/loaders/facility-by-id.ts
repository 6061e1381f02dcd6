import {
  amongKeys,
  equalsIfGiven,
  loadMany,
  loadOne,
  pagedList,
  statement,
  withinArea,
  type Reader,
} from '@linju/kit';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';

import { communityTable } from '../tables/community-tables.js';
import { facilityTable } from '../tables/facility-table.js';

const columns = {
  id: facilityTable.id,
  name: facilityTable.name,
  kind: facilityTable.kind,
  districtCode: facilityTable.districtCode,
  streetCode: facilityTable.streetCode,
  communityId: facilityTable.communityId,
  operatorId: facilityTable.operatorId,
  ownerId: facilityTable.ownerId,
  areaM2: facilityTable.areaM2,
  seats: facilityTable.seats,
  rooms: facilityTable.rooms,
  openingHours: facilityTable.openingHours,
  feeFen: facilityTable.feeFen,
  feePeriod: facilityTable.feePeriod,
  networkId: facilityTable.networkId,
  status: facilityTable.status,
};

const asked = alias(facilityTable, 'asked');
const head = alias(facilityTable, 'head');

// The asked id may have been merged away; the row is then the survivor's.
const facilityById = statement({ askedId: asked.id, ...columns }, (select) =>
  select
    .from(asked)
    .innerJoin(facilityTable, eq(facilityTable.id, asked.survivorId))
    .where(amongKeys(asked.id)),
);

const membersOfNetwork = statement({ survivorId: head.survivorId, ...columns }, (select) =>
  select
    .from(head)
    .innerJoin(facilityTable, eq(facilityTable.networkId, head.id))
    .where(and(amongKeys(head.survivorId), isNull(facilityTable.mergedInto)))
    .orderBy(asc(facilityTable.name), asc(facilityTable.id)),
);

/** A facility as its resolvers get it. */
export type FacilityRow = ReturnType<typeof facilityById.decode>;

const byName = [
  { by: facilityTable.name, type: 'text' },
  { by: facilityTable.id, type: 'text' },
];

const ofKind = equalsIfGiven(facilityTable.kind, 'kind');

/** Facilities of an area (city, district or street code), by name; `kind` may be null. */
export const facilitiesList = pagedList({
  list: 'facilities',
  columns,
  from: facilityTable,
  belongsTo: (area) => withinArea(facilityTable.districtCode, facilityTable.streetCode, area),
  where: sql`${isNull(facilityTable.mergedInto)} and ${ofKind}`,
  order: byName,
});

/** Facilities of a community, by name. */
export const facilitiesOfCommunityList = pagedList({
  list: 'community.facilities',
  columns,
  from: facilityTable,
  belongsTo: (community) =>
    sql`${facilityTable.communityId} in (select ${communityTable.id} from ${communityTable}
      where ${communityTable.survivorId} = ${community})`,
  where: sql`${isNull(facilityTable.mergedInto)} and ${ofKind}`,
  order: byName,
});

/** Facilities by id (a merged id gives the survivor), and the members of a network. */
export const facilityLoaders = (reader: Reader) => ({
  facilityById: loadOne(reader, facilityById, ({ askedId }) => askedId),
  membersOfNetwork: loadMany(reader, membersOfNetwork, ({ survivorId }) => survivorId),
});
