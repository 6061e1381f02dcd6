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
import { asc, eq } from 'drizzle-orm';

import { membershipTable } from '../tables/membership-table.js';

const columns = {
  id: membershipTable.id,
  partnerId: membershipTable.partnerId,
  schemeId: membershipTable.schemeId,
  districtCode: membershipTable.districtCode,
  state: membershipTable.state,
  appliedAt: membershipTable.appliedAt,
  admittedAt: membershipTable.admittedAt,
  admittedById: membershipTable.admittedBy,
};

const membershipById = statement(columns, (select) =>
  select.from(membershipTable).where(amongKeys(membershipTable.id)),
);

const membershipsOfPartner = statement(columns, (select) =>
  select
    .from(membershipTable)
    .where(amongKeys(membershipTable.partnerId))
    .orderBy(asc(membershipTable.schemeId), asc(membershipTable.id)),
);

/** The memberships of a scheme, in the order of their ids; `state` may be null. */
export const membershipsOfScheme = pagedList({
  list: 'partnerScheme.memberships',
  columns,
  from: membershipTable,
  belongsTo: (scheme) => eq(membershipTable.schemeId, scheme),
  where: equalsIfGiven(membershipTable.state, 'state'),
  order: [{ by: membershipTable.id, type: 'text' }],
});

/** A membership as resolvers take it. */
export type MembershipRow = RowOf<typeof membershipById>;

/** Memberships by id and by partner. */
export const membershipLoaders = (reader: Reader) => ({
  membershipById: loadOne(reader, membershipById, ({ id }) => id),
  membershipsOfPartner: loadMany(reader, membershipsOfPartner, ({ partnerId }) => partnerId),
});
