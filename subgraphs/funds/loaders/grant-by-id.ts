import {
  amongKeys,
  loadMany,
  loadOne,
  pagedList,
  statement,
  type Reader,
  type Statement,
} from '@linju/kit';
import { asc, eq } from 'drizzle-orm';

import { grantMilestoneTable, grantTable } from '../tables/grant-tables.js';

const columns = {
  id: grantTable.id,
  fundId: grantTable.fundId,
  districtCode: grantTable.districtCode,
  recipientType: grantTable.recipientType,
  recipientId: grantTable.recipientId,
  title: grantTable.title,
  purpose: grantTable.purpose,
  appliedFen: grantTable.appliedFen,
  awardedFen: grantTable.awardedFen,
  plannedFrom: grantTable.plannedFrom,
  plannedTo: grantTable.plannedTo,
  actualFrom: grantTable.actualFrom,
  actualTo: grantTable.actualTo,
  beneficiaryPlace: grantTable.beneficiaryPlace,
  openCall: grantTable.openCall,
  state: grantTable.state,
};

const grantById = statement(columns, (select) =>
  select.from(grantTable).where(amongKeys(grantTable.id)),
);

const milestonesOfGrant = statement(
  {
    grantId: grantMilestoneTable.grantId,
    name: grantMilestoneTable.name,
    plannedOn: grantMilestoneTable.plannedOn,
    metOn: grantMilestoneTable.metOn,
    state: grantMilestoneTable.state,
    dateModified: grantMilestoneTable.dateModified,
  },
  (select) =>
    select
      .from(grantMilestoneTable)
      .where(amongKeys(grantMilestoneTable.grantId))
      .orderBy(asc(grantMilestoneTable.grantId), asc(grantMilestoneTable.position)),
);

// What was posted under a grant, less what was taken back; a payment still pending is not paid.
const disbursedOfGrant: Statement<{ readonly grantId: string; readonly fen: bigint }> = {
  text: `
    select t.source_id, sum(t.amount_fen)::bigint
    from funds.transfer t
    join funds.set_resolution r on r.set_id = t.set_id and r.state = 'POSTED'
    where t.source_type = 'Grant' and t.source_id = any($1::text[]) and t.code = 'GRANT_PAYMENT'
      and not exists (select from funds.transfer c where c.corrects = t.id and c.code = 'CORRECTION')
    group by t.source_id`,
  parameters: ({ keys }) => [keys],
  decode: ([grantId, fen]) => ({ grantId: grantId as string, fen: fen as bigint }),
};

/** Grants of a fund, oldest first. */
export const grantsOfFundList = pagedList({
  list: 'fund.grants',
  columns,
  from: grantTable,
  belongsTo: (fund) => eq(grantTable.fundId, fund),
  order: [{ by: grantTable.id, type: 'text' }],
});

/** Grants by id, their milestones, and what was paid of them. */
export const grantLoaders = (reader: Reader) => ({
  grantById: loadOne(reader, grantById, ({ id }) => id),
  milestonesOfGrant: loadMany(reader, milestonesOfGrant, ({ grantId }) => grantId),
  disbursedOfGrant: loadOne(reader, disbursedOfGrant, ({ grantId }) => grantId),
});
