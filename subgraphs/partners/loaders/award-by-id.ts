import {
  amongKeys,
  loadMany,
  loadOne,
  pagedList,
  statement,
  type Reader,
  type RowOf,
} from '@linju/kit';
import { asc, eq, sql } from 'drizzle-orm';

import { awardTable } from '../tables/award-table.js';
import { evaluationInternalTable, evaluationTable } from '../tables/evaluation-tables.js';

const evaluationColumns = {
  id: evaluationTable.id,
  membershipId: evaluationTable.membershipId,
  partnerId: evaluationTable.partnerId,
  districtCode: evaluationTable.districtCode,
  year: evaluationTable.year,
  result: evaluationTable.result,
  evaluatedAt: evaluationTable.evaluatedAt,
  internalCriteria: evaluationInternalTable.criteria,
  internalScores: evaluationInternalTable.scores,
};

const evaluationById = statement(evaluationColumns, (select) =>
  select
    .from(evaluationTable)
    .leftJoin(evaluationInternalTable, eq(evaluationInternalTable.evaluationId, evaluationTable.id))
    .where(amongKeys(evaluationTable.id)),
);

const evaluationsOfMembership = statement(evaluationColumns, (select) =>
  select
    .from(evaluationTable)
    .leftJoin(evaluationInternalTable, eq(evaluationInternalTable.evaluationId, evaluationTable.id))
    .where(amongKeys(evaluationTable.membershipId))
    .orderBy(asc(evaluationTable.year), asc(evaluationTable.evaluatedAt), asc(evaluationTable.id)),
);

const awardColumns = {
  id: awardTable.id,
  membershipId: awardTable.membershipId,
  partnerId: awardTable.partnerId,
  evaluationId: awardTable.evaluationId,
  districtCode: awardTable.districtCode,
  individual: awardTable.individual,
  title: awardTable.title,
  year: awardTable.year,
  amountMinFen: awardTable.amountMinFen,
  amountMaxFen: awardTable.amountMaxFen,
  amountFen: awardTable.amountFen,
  transferRef: awardTable.transferRef,
};

const awardById = statement(awardColumns, (select) =>
  select.from(awardTable).where(amongKeys(awardTable.id)),
);

const awardsOfMembership = statement(awardColumns, (select) =>
  select
    .from(awardTable)
    .where(amongKeys(awardTable.membershipId))
    .orderBy(asc(awardTable.year), asc(awardTable.numberInYear)),
);

/**
 * The awards of a scheme, newest year first; `year` may be null. Which of them a viewer is shown is decided by
 * the row policy, so that the page and the count agree.
 */
export const awardsOfScheme = pagedList({
  list: 'partnerScheme.awards',
  columns: awardColumns,
  from: awardTable,
  belongsTo: (scheme) => eq(awardTable.schemeId, scheme),
  where: sql`(${sql.placeholder('year')}::int is null or ${awardTable.year} = ${sql.placeholder('year')}::int)`,
  order: [
    { by: awardTable.year, type: 'int' },
    { by: awardTable.id, type: 'text' },
  ],
  direction: 'desc',
});

/** An evaluation and an award as resolvers take them. */
export type EvaluationRow = RowOf<typeof evaluationById>;
export type AwardRow = RowOf<typeof awardById>;

/** Evaluations and awards, by id and by membership. */
export const awardLoaders = (reader: Reader) => ({
  evaluationById: loadOne(reader, evaluationById, ({ id }) => id),
  evaluationsOfMembership: loadMany(reader, evaluationsOfMembership, (row) => row.membershipId),
  awardById: loadOne(reader, awardById, ({ id }) => id),
  awardsOfMembership: loadMany(reader, awardsOfMembership, ({ membershipId }) => membershipId),
});
