import { amongKeys, loadMany, loadOne, statement, type Reader } from '@linju/kit';
import { asc, eq } from 'drizzle-orm';

import { communityTable, estateTable } from '../tables/community-tables.js';

const columns = {
  id: estateTable.id,
  name: estateTable.name,
  communityId: estateTable.communityId,
  districtCode: estateTable.districtCode,
  aliases: estateTable.aliases,
  blocks: estateTable.blocks,
  builtDecade: estateTable.builtDecade,
  propertyFirmId: estateTable.propertyFirmId,
  committeeMembers: estateTable.committeeMembers,
  committeePartyMembers: estateTable.committeePartyMembers,
};

const estateById = statement(columns, (select) =>
  select.from(estateTable).where(amongKeys(estateTable.id)),
);

const estatesOfCommunity = statement(
  { survivorId: communityTable.survivorId, ...columns },
  (select) =>
    select
      .from(communityTable)
      .innerJoin(estateTable, eq(estateTable.communityId, communityTable.id))
      .where(amongKeys(communityTable.survivorId))
      .orderBy(asc(estateTable.name), asc(estateTable.id)),
);

/** An estate as its resolvers get it. */
export type EstateRow = ReturnType<typeof estateById.decode>;

/** Estates by id, and those of a community, by name. */
export const estateLoaders = (reader: Reader) => ({
  estateById: loadOne(reader, estateById, ({ id }) => id),
  estatesOfCommunity: loadMany(reader, estatesOfCommunity, ({ survivorId }) => survivorId),
});
