import {
  amongKeys,
  loadOne,
  pagedList,
  statement,
  withinArea,
  type Reader,
  type RowOf,
} from '@linju/kit';
import { eq } from 'drizzle-orm';

import { distributionTable } from '../tables/distribution-table.js';

// How many received is read under another name than it is shown: a small number may not be shown at all.
const columns = {
  id: distributionTable.id,
  programme: distributionTable.programme,
  districtCode: distributionTable.districtCode,
  streetCode: distributionTable.streetCode,
  communityId: distributionTable.communityId,
  facilityId: distributionTable.facilityId,
  partnerId: distributionTable.partnerId,
  schedule: distributionTable.schedule,
  plannedOn: distributionTable.plannedOn,
  doneOn: distributionTable.doneOn,
  storedRecipients: distributionTable.recipients,
  recipientsQualifier: distributionTable.recipientsQualifier,
  recipientsUnit: distributionTable.recipientsUnit,
  goodsKind: distributionTable.goodsKind,
  state: distributionTable.state,
};

const distributionById = statement(columns, (select) =>
  select.from(distributionTable).where(amongKeys(distributionTable.id)),
);

const byProgramme = {
  columns,
  from: distributionTable,
  order: [
    { by: distributionTable.programme, type: 'text' },
    { by: distributionTable.id, type: 'text' },
  ],
};

/** Every distribution, by programme. */
export const allDistributions = pagedList({ ...byProgramme, list: 'distributions' });

/** The distributions of a city or a district, by programme. */
export const distributionsOfArea = pagedList({
  ...byProgramme,
  list: 'area.distributions',
  belongsTo: (area) => withinArea(distributionTable.districtCode, null, area),
});

/** The distributions of a community, by programme. */
export const distributionsOfCommunity = pagedList({
  ...byProgramme,
  list: 'community.distributions',
  belongsTo: (community) => eq(distributionTable.communityId, community),
});

/** A distribution as resolvers take it. */
export type DistributionRow = RowOf<typeof distributionById>;

/** Distributions by id. */
export const distributionLoaders = (reader: Reader) => ({
  distributionById: loadOne(reader, distributionById, ({ id }) => id),
});
