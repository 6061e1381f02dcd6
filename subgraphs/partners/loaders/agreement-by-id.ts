import {
  amongKeys,
  loadMany,
  loadOne,
  pagedList,
  statement,
  type Reader,
  type RowOf,
} from '@linju/kit';
import { asc, eq } from 'drizzle-orm';

import { agreementInternalTable, agreementTable } from '../tables/agreement-tables.js';
import {
  revenueShareDueInternalTable,
  revenueShareDueTable,
} from '../tables/revenue-share-due-tables.js';

// The internal part is joined in the same statement; a row policy leaves it out for who may not see it.
const columns = {
  id: agreementTable.id,
  membershipId: agreementTable.membershipId,
  partnerId: agreementTable.partnerId,
  districtCode: agreementTable.districtCode,
  counterpartyId: agreementTable.counterpartyId,
  communityId: agreementTable.communityId,
  mode: agreementTable.mode,
  state: agreementTable.state,
  signedOn: agreementTable.signedOn,
  periodFrom: agreementTable.periodFrom,
  periodTo: agreementTable.periodTo,
  spaceFacilityId: agreementTable.spaceFacilityId,
  spaceFeeTier: agreementTable.spaceFeeTier,
  spaceFeeFen: agreementTable.spaceFeeFen,
  revenueShareBps: agreementTable.revenueShareBps,
  beneficiaryKind: agreementTable.beneficiaryKind,
  beneficiaryFundId: agreementTable.beneficiaryFundId,
  beneficiaryOrganisationId: agreementTable.beneficiaryOrganisationId,
  settlementCycle: agreementTable.settlementCycle,
  relatedParty: agreementTable.relatedParty,
  internalPurchaseFen: agreementInternalTable.purchaseFen,
  splitCommunityBps: agreementInternalTable.splitCommunityBps,
  splitPartnerBps: agreementInternalTable.splitPartnerBps,
  splitOtherBps: agreementInternalTable.splitOtherBps,
};

const agreementById = statement(columns, (select) =>
  select
    .from(agreementTable)
    .leftJoin(agreementInternalTable, eq(agreementInternalTable.agreementId, agreementTable.id))
    .where(amongKeys(agreementTable.id)),
);

const agreementsOfMembership = statement(columns, (select) =>
  select
    .from(agreementTable)
    .leftJoin(agreementInternalTable, eq(agreementInternalTable.agreementId, agreementTable.id))
    .where(amongKeys(agreementTable.membershipId))
    .orderBy(asc(agreementTable.id)),
);

const dueColumns = {
  id: revenueShareDueTable.id,
  agreementId: revenueShareDueTable.agreementId,
  partnerId: revenueShareDueTable.partnerId,
  districtCode: revenueShareDueTable.districtCode,
  periodFrom: revenueShareDueTable.periodFrom,
  periodTo: revenueShareDueTable.periodTo,
  dueOn: revenueShareDueTable.dueOn,
};

const revenueShareDueById = statement(dueColumns, (select) =>
  select.from(revenueShareDueTable).where(amongKeys(revenueShareDueTable.id)),
);

const amountsOfDue = statement(
  {
    dueId: revenueShareDueInternalTable.dueId,
    baseFen: revenueShareDueInternalTable.baseFen,
    dueFen: revenueShareDueInternalTable.dueFen,
  },
  (select) =>
    select.from(revenueShareDueInternalTable).where(amongKeys(revenueShareDueInternalTable.dueId)),
);

/** What an agreement has come to owe, in the order of the periods. */
export const duesOfAgreement = pagedList({
  list: 'agreement.revenueShareDues',
  columns: dueColumns,
  from: revenueShareDueTable,
  belongsTo: (agreement) => eq(revenueShareDueTable.agreementId, agreement),
  order: [
    { by: revenueShareDueTable.periodFrom, type: 'timestamptz' },
    { by: revenueShareDueTable.id, type: 'text' },
  ],
});

/** An agreement and a due as resolvers take them. */
export type AgreementRow = RowOf<typeof agreementById>;
export type RevenueShareDueRow = RowOf<typeof revenueShareDueById>;

/** Agreements by id and by membership, and what they owe. */
export const agreementLoaders = (reader: Reader) => ({
  agreementById: loadOne(reader, agreementById, ({ id }) => id),
  agreementsOfMembership: loadMany(reader, agreementsOfMembership, (row) => row.membershipId),
  revenueShareDueById: loadOne(reader, revenueShareDueById, ({ id }) => id),
  amountsOfDue: loadOne(reader, amountsOfDue, ({ dueId }) => dueId),
});
