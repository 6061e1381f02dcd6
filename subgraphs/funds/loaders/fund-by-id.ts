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
import { asc, eq, sql } from 'drizzle-orm';

import { accountTable } from '../tables/account-table.js';
import { fundTable } from '../tables/fund-table.js';

const columns = {
  id: fundTable.id,
  name: fundTable.name,
  aliases: fundTable.aliases,
  kind: fundTable.kind,
  districtCode: fundTable.districtCode,
  streetCode: fundTable.streetCode,
  communityId: fundTable.communityId,
  hostCharityId: fundTable.hostCharityId,
  policyId: fundTable.policyId,
  initiatedAt: fundTable.initiatedAt,
  launchedOn: fundTable.launchedOn,
  state: fundTable.state,
  foundersValue: fundTable.foundersValue,
  foundersQualifier: fundTable.foundersQualifier,
  foundersUnit: fundTable.foundersUnit,
  committeeMembers: fundTable.committeeMembers,
  committeeUnpaid: fundTable.committeeUnpaid,
  committeeSupervisors: fundTable.committeeSupervisors,
  fundraisingKind: fundTable.fundraisingKind,
  purposes: fundTable.purposes,
  inflowChannels: fundTable.inflowChannels,
};

const fundById = statement(columns, (select) =>
  select.from(fundTable).where(amongKeys(fundTable.id)),
);

const byName = [
  { by: fundTable.name, type: 'text' },
  { by: fundTable.id, type: 'text' },
];

// The filters of the root list; each lets everything through while it is null.
const named = sql`(${sql.placeholder('named')}::text is null
  or strpos(${fundTable.name}, ${sql.placeholder('named')}::text) > 0
  or exists (select from unnest(${fundTable.aliases}) as alias where strpos(alias, ${sql.placeholder('named')}::text) > 0))`;
const filter = sql`${equalsIfGiven(fundTable.kind, 'kind')} and ${equalsIfGiven(fundTable.state, 'state')} and ${named}`;

// The key is an area's code, or '' for everywhere.
const anywhereOrWithin = (area: ReturnType<typeof sql>) =>
  sql`(${area} = '' or ${withinArea(fundTable.districtCode, fundTable.streetCode, area)})`;

/** Funds of an area (city, district or street code; '' for all), by name; filters may be null. */
export const fundsList = pagedList({
  list: 'funds',
  columns,
  from: fundTable,
  belongsTo: anywhereOrWithin,
  where: filter,
  order: byName,
});

/** The same, the one launched last first. */
export const fundsByLaunchList = pagedList({
  list: 'funds.byLaunch',
  columns,
  from: fundTable,
  belongsTo: anywhereOrWithin,
  where: filter,
  order: [
    { by: sql`coalesce(${fundTable.launchedOn}, '0001-01-01'::date)`, type: 'date' },
    { by: fundTable.id, type: 'text' },
  ],
  direction: 'desc',
});

/** Funds of a community, by name. */
export const fundsOfCommunityList = pagedList({
  list: 'community.funds',
  columns,
  from: fundTable,
  belongsTo: (community) => eq(fundTable.communityId, community),
  order: byName,
});

const accountColumns = {
  code: accountTable.code,
  kind: accountTable.kind,
  fundId: accountTable.fundId,
  purpose: accountTable.purpose,
  partnerId: accountTable.partnerId,
  placeCode: accountTable.placeCode,
  districtCode: accountTable.districtCode,
  postedIn: accountTable.postedIn,
  postedOut: accountTable.postedOut,
  pendingIn: accountTable.pendingIn,
  pendingOut: accountTable.pendingOut,
};

const accountByCode = statement(accountColumns, (select) =>
  select.from(accountTable).where(amongKeys(accountTable.code)),
);

const accountsOfFund = statement(accountColumns, (select) =>
  select.from(accountTable).where(amongKeys(accountTable.fundId)).orderBy(asc(accountTable.code)),
);

/** Funds by id, and the accounts that keep a balance, by code and by fund. */
export const fundLoaders = (reader: Reader) => ({
  fundById: loadOne(reader, fundById, ({ id }) => id),
  accountByCode: loadOne(reader, accountByCode, ({ code }) => code),
  accountsOfFund: loadMany(reader, accountsOfFund, ({ fundId }) => fundId ?? ''),
});
