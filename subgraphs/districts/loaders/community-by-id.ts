import {
  amongKeys,
  loadMany,
  loadOne,
  pagedList,
  statement,
  withinArea,
  type Reader,
} from '@linju/kit';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';

import { communityTable } from '../tables/community-tables.js';

const columns = {
  id: communityTable.id,
  name: communityTable.name,
  aliases: communityTable.aliases,
  kind: communityTable.kind,
  districtCode: communityTable.districtCode,
  streetCode: communityTable.streetCode,
  code12: communityTable.code12,
  code12ReasonIfNull: communityTable.code12ReasonIfNull,
  urbanRuralClass: communityTable.urbanRuralClass,
  methodTags: communityTable.methodTags,
};

const asked = alias(communityTable, 'asked');

// The asked id may have been merged away; the row is then the survivor's.
const communityById = statement({ askedId: asked.id, ...columns }, (select) =>
  select
    .from(asked)
    .innerJoin(communityTable, eq(communityTable.id, asked.survivorId))
    .where(amongKeys(asked.id)),
);

const communitiesOfStreet = statement(columns, (select) =>
  select
    .from(communityTable)
    .where(and(amongKeys(communityTable.streetCode), isNull(communityTable.mergedInto)))
    .orderBy(asc(communityTable.name), asc(communityTable.id)),
);

/** A community as its resolvers get it. */
export type CommunityRow = ReturnType<typeof communitiesOfStreet.decode>;

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

/** Communities by id (a merged id gives the survivor) and by street. */
export const communityLoaders = (reader: Reader) => ({
  communityById: loadOne(reader, communityById, ({ askedId }) => askedId),
  communitiesOfStreet: loadMany(reader, communitiesOfStreet, ({ streetCode }) => streetCode ?? ''),
});
