import { amongKeys, loadMany, loadOne, statement, type Reader } from '@linju/kit';
import { asc, eq } from 'drizzle-orm';

import { communityTable, gridTable } from '../tables/community-tables.js';

const columns = {
  id: gridTable.id,
  name: gridTable.name,
  communityId: gridTable.communityId,
  localNumber: gridTable.localNumber,
};

const gridById = statement(columns, (select) =>
  select.from(gridTable).where(amongKeys(gridTable.id)),
);

const gridsOfCommunity = statement(
  { survivorId: communityTable.survivorId, ...columns },
  (select) =>
    select
      .from(communityTable)
      .innerJoin(gridTable, eq(gridTable.communityId, communityTable.id))
      .where(amongKeys(communityTable.survivorId))
      .orderBy(asc(gridTable.name), asc(gridTable.id)),
);

/** A grid as its resolvers get it. */
export type GridRow = ReturnType<typeof gridById.decode>;

/** Grids by id, and those of a community, by name. */
export const gridLoaders = (reader: Reader) => ({
  gridById: loadOne(reader, gridById, ({ id }) => id),
  gridsOfCommunity: loadMany(reader, gridsOfCommunity, ({ survivorId }) => survivorId),
});
