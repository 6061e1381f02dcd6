import {
  amongKeys,
  equalsIfGiven,
  loadMany,
  loadOne,
  pagedList,
  statement,
  type Reader,
  type RowOf,
} from '@linju/kit';
import { asc, eq, sql, type SQL } from 'drizzle-orm';

import type { NeedItemOrder } from '../schema/list-args.js';
import { needItemTable, needMatchTable } from '../tables/need-tables.js';

const columns = {
  id: needItemTable.id,
  title: needItemTable.title,
  category: needItemTable.category,
  cityCode: needItemTable.cityCode,
  districtCode: needItemTable.districtCode,
  streetCode: needItemTable.streetCode,
  communityId: needItemTable.communityId,
  raisedAt: needItemTable.raisedAt,
  sourceRequestId: needItemTable.sourceRequestId,
  state: needItemTable.state,
};

const matchColumns = {
  id: needMatchTable.id,
  needId: needMatchTable.needId,
  partnerId: needMatchTable.partnerId,
  offeringId: needMatchTable.offeringId,
  districtCode: needMatchTable.districtCode,
  crossDistrict: needMatchTable.crossDistrict,
  proposedBy: needMatchTable.proposedBy,
  storedState: needMatchTable.state,
  proposedAt: needMatchTable.proposedAt,
  acceptedAt: needMatchTable.acceptedAt,
  deliveredAt: needMatchTable.deliveredAt,
};

const needItemById = statement(columns, (select) =>
  select.from(needItemTable).where(amongKeys(needItemTable.id)),
);

const needMatchById = statement(matchColumns, (select) =>
  select.from(needMatchTable).where(amongKeys(needMatchTable.id)),
);

const matchesOfNeed = statement(matchColumns, (select) =>
  select
    .from(needMatchTable)
    .where(amongKeys(needMatchTable.needId))
    .orderBy(asc(needMatchTable.proposedAt), asc(needMatchTable.id)),
);

/** The matches of a partner, in the order they were proposed. */
export const matchesOfPartner = pagedList({
  list: 'partner.matches',
  columns: matchColumns,
  from: needMatchTable,
  belongsTo: (partner) => eq(needMatchTable.partnerId, partner),
  order: [
    { by: needMatchTable.proposedAt, type: 'timestamptz' },
    { by: needMatchTable.id, type: 'text' },
  ],
});

/** Every need. Placeholders of all these lists: state, category. */
export const allNeeds = inBothOrders('needs');

/** The needs of a city, by its code. */
export const needsOfCity = inBothOrders('city.needs', (code) => eq(needItemTable.cityCode, code));

/** The needs of a district, by its code. */
export const needsOfDistrict = inBothOrders('district.needs', (code) =>
  eq(needItemTable.districtCode, code),
);

/** The needs of a street, by its code. */
export const needsOfStreet = inBothOrders('street.needs', (code) =>
  eq(needItemTable.streetCode, code),
);

/** The needs of a community, by its id. */
export const needsOfCommunity = inBothOrders('community.needs', (id) =>
  eq(needItemTable.communityId, id),
);

function inBothOrders(list: string, belongsTo?: (key: SQL) => SQL) {
  const parts = {
    columns,
    from: needItemTable,
    where: sql`${equalsIfGiven(needItemTable.state, 'state')}
      and ${equalsIfGiven(needItemTable.category, 'category')}`,
    order: [
      { by: needItemTable.raisedAt, type: 'timestamptz' },
      { by: needItemTable.id, type: 'text' },
    ],
    ...(belongsTo && { belongsTo }),
  };
  return {
    NEWEST: pagedList({ ...parts, list, direction: 'desc' }),
    OLDEST: pagedList({ ...parts, list: `${list} oldest first` }),
  } satisfies Record<NeedItemOrder, unknown>;
}

/** A need and a match as resolvers take them. */
export type NeedItemRow = RowOf<typeof needItemById>;
export type NeedMatchRow = RowOf<typeof needMatchById>;

/** Needs by id, and matches by id and by need. */
export const needItemLoaders = (reader: Reader) => ({
  needItemById: loadOne(reader, needItemById, ({ id }) => id),
  needMatchById: loadOne(reader, needMatchById, ({ id }) => id),
  matchesOfNeed: loadMany(reader, matchesOfNeed, ({ needId }) => needId),
});
