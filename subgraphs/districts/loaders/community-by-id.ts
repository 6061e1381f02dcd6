import {
  amongKeys,
  loadMany,
  loadOne,
  pagedList,
  statement,
  withinArea,
  type Reader,
} from '@linju/kit';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';

import { communityTable, estateTable, gridTable } from '../tables/community-tables.js';

const columns = {
  id: communityTable.id,
  name: communityTable.name,
  aliases: communityTable.aliases,
  kind: communityTable.kind,
  districtCode: communityTable.districtCode,
  streetCode: communityTable.streetCode,
  code12: communityTable.code12,
  code12NullReason: communityTable.code12NullReason,
  urbanRuralClass: communityTable.urbanRuralClass,
  methodTags: communityTable.methodTags,
};

const estateColumns = {
  id: estateTable.id,
  name: estateTable.name,
  communityId: estateTable.communityId,
  aliases: estateTable.aliases,
  blocks: estateTable.blocks,
  builtDecade: estateTable.builtDecade,
  propertyFirmId: estateTable.propertyFirmId,
  committeeMembers: estateTable.committeeMembers,
  committeePartyMembers: estateTable.committeePartyMembers,
};

const gridColumns = {
  id: gridTable.id,
  name: gridTable.name,
  communityId: gridTable.communityId,
  localNumber: gridTable.localNumber,
};

const asked = alias(communityTable, 'asked');

// The asked id may have been merged away; the row is then the survivor's.
const communityById = statement({ askedId: asked.id, ...columns }, (select) =>
  select
    .from(asked)
    .innerJoin(
      communityTable,
      eq(communityTable.id, sql`coalesce(${asked.mergedInto}, ${asked.id})`),
    )
    .where(amongKeys(asked.id)),
);

const communitiesOfStreet = statement(columns, (select) =>
  select
    .from(communityTable)
    .where(and(amongKeys(communityTable.streetCode), isNull(communityTable.mergedInto)))
    .orderBy(asc(communityTable.name), asc(communityTable.id)),
);

const estateById = statement(estateColumns, (select) =>
  select.from(estateTable).where(amongKeys(estateTable.id)),
);
const estatesOfCommunity = statement(estateColumns, (select) =>
  select
    .from(estateTable)
    .where(amongKeys(estateTable.communityId))
    .orderBy(asc(estateTable.name), asc(estateTable.id)),
);
const gridById = statement(gridColumns, (select) =>
  select.from(gridTable).where(amongKeys(gridTable.id)),
);
const gridsOfCommunity = statement(gridColumns, (select) =>
  select
    .from(gridTable)
    .where(amongKeys(gridTable.communityId))
    .orderBy(asc(gridTable.name), asc(gridTable.id)),
);

/** Communities of an area (city, district or street code), by name. */
export const communitiesList = pagedList({
  list: 'communities',
  columns,
  from: communityTable,
  belongsTo: (area) => withinArea(communityTable.districtCode, communityTable.streetCode, area),
  where: isNull(communityTable.mergedInto),
  order: [
    { by: communityTable.name, type: 'text' },
    { by: communityTable.id, type: 'text' },
  ],
});

/** Communities by id (a merged id gives the survivor), their estates and grids. */
export const communityLoaders = (reader: Reader) => ({
  communityById: loadOne(reader, communityById, ({ askedId }) => askedId),
  communitiesOfStreet: loadMany(reader, communitiesOfStreet, ({ streetCode }) => streetCode ?? ''),
  estateById: loadOne(reader, estateById, ({ id }) => id),
  estatesOfCommunity: loadMany(reader, estatesOfCommunity, ({ communityId }) => communityId),
  gridById: loadOne(reader, gridById, ({ id }) => id),
  gridsOfCommunity: loadMany(reader, gridsOfCommunity, ({ communityId }) => communityId),
});
