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

import { partnerProjectTable } from '../tables/partner-project-tables.js';

const columns = {
  id: partnerProjectTable.id,
  name: partnerProjectTable.name,
  districtCode: partnerProjectTable.districtCode,
  streetCode: partnerProjectTable.streetCode,
  communityId: partnerProjectTable.communityId,
  teamIds: partnerProjectTable.teamIds,
  fundId: partnerProjectTable.fundId,
  startedOn: partnerProjectTable.startedOn,
  state: partnerProjectTable.state,
};

const partnerProjectById = statement(columns, (select) =>
  select.from(partnerProjectTable).where(amongKeys(partnerProjectTable.id)),
);

const byName = {
  columns,
  from: partnerProjectTable,
  order: [
    { by: partnerProjectTable.name, type: 'text' },
    { by: partnerProjectTable.id, type: 'text' },
  ],
};

/** Every project, by name. */
export const allProjects = pagedList({ ...byName, list: 'partnerProjects' });

/** The projects of a city or a district, by name. */
export const projectsOfArea = pagedList({
  ...byName,
  list: 'area.partnerProjects',
  belongsTo: (area) => withinArea(partnerProjectTable.districtCode, null, area),
});

/** The projects of a community, by name. */
export const projectsOfCommunity = pagedList({
  ...byName,
  list: 'community.partnerProjects',
  belongsTo: (community) => eq(partnerProjectTable.communityId, community),
});

/** A project as resolvers take it. */
export type PartnerProjectRow = RowOf<typeof partnerProjectById>;

/** Projects by id. */
export const partnerProjectLoaders = (reader: Reader) => ({
  partnerProjectById: loadOne(reader, partnerProjectById, ({ id }) => id),
});
