import { amongKeys, loadMany, loadOne, pagedList, statement, type Reader } from '@linju/kit';
import { and, asc, eq, sql, type SQL } from 'drizzle-orm';

import {
  transferOutcomeTable,
  transferPersonalTable,
  transferShownTable,
  transferTable,
} from '../tables/transfer-tables.js';

const shown = transferShownTable;

const columns = {
  id: shown.id,
  setId: shown.setId,
  line: shown.line,
  districtCode: shown.districtCode,
  fundId: shown.fundId,
  fromAccount: shown.fromAccount,
  toAccount: shown.toAccount,
  amountFen: shown.amountFen,
  code: shown.code,
  channel: shown.channel,
  phase: shown.phase,
  purpose: shown.purpose,
  state: shown.state,
  corrects: shown.corrects,
  correctionNote: shown.correctionNote,
  sourceType: shown.sourceType,
  sourceId: shown.sourceId,
  valuationBasis: shown.valuationBasis,
  effectiveAt: shown.effectiveAt,
  recordedAt: shown.recordedAt,
  imported: shown.imported,
  relatedParty: shown.relatedParty,
  donorKind: shown.donorKind,
  donorVisibility: shown.donorVisibility,
  resolvedAt: shown.resolvedAt,
  resolvedRecordedAt: shown.resolvedRecordedAt,
  resolvedReason: shown.resolvedReason,
  donorOrganisationId: shown.donorOrganisationId,
  donorPartnerId: shown.donorPartnerId,
  donorName: shown.donorName,
  note: shown.note,
  idempotencyKey: shown.idempotencyKey,
};

const transferById = statement(columns, (select) => select.from(shown).where(amongKeys(shown.id)));

const transfersOfSet = statement(columns, (select) =>
  select.from(shown).where(amongKeys(shown.setId)).orderBy(asc(shown.line)),
);

const correctionOf = statement(
  { corrects: transferTable.corrects, id: transferTable.id },
  (select) =>
    select
      .from(transferTable)
      .where(and(amongKeys(transferTable.corrects), eq(transferTable.code, 'CORRECTION'))),
);

const outcomesOfTransfer = statement(
  {
    transferId: transferOutcomeTable.transferId,
    type: transferOutcomeTable.outcomeType,
    id: transferOutcomeTable.outcomeId,
    weightBps: transferOutcomeTable.weightBps,
  },
  (select) =>
    select
      .from(transferOutcomeTable)
      .where(amongKeys(transferOutcomeTable.transferId))
      .orderBy(asc(transferOutcomeTable.outcomeType), asc(transferOutcomeTable.outcomeId)),
);

const byTime = [
  { by: shown.effectiveAt, type: 'timestamptz' },
  { by: shown.id, type: 'text' },
];

/** Transfers that touch a fund, oldest first; phase, channel and code may be null. */
export const transfersOfFundList = pagedList({
  list: 'fund.transfers',
  columns,
  from: shown,
  belongsTo: (fund) => eq(shown.fundId, fund),
  where: sql`(${sql.placeholder('phase')}::text is null or ${shown.phase} = ${sql.placeholder('phase')}::text)
    and (${sql.placeholder('channel')}::text is null or ${shown.channel} = ${sql.placeholder('channel')}::text)
    and (${sql.placeholder('code')}::text is null or ${shown.code} = ${sql.placeholder('code')}::text)`,
  order: byTime,
});

// A partner stands beside a transfer in public (its account, or named as the source) or as its
// donor, which the row policies show to few: for everybody else that half is empty.
const ofPartner = (partner: SQL): SQL => sql`${shown.id} in (
  select ${transferTable.id} from ${transferTable} where ${transferTable.partnerId} = ${partner}
  union
  select ${transferPersonalTable.transferId} from ${transferPersonalTable}
  where ${transferPersonalTable.partnerId} = ${partner})`;

/** Transfers that came from a partner, oldest first. */
export const contributionsList = pagedList({
  list: 'partner.contributions',
  columns,
  from: shown,
  belongsTo: ofPartner,
  order: byTime,
});

/** Transfers that paid for an outcome, oldest first. The key is its type and id: `Event:event_…`. */
export const fundingList = pagedList({
  list: 'outcome.funding',
  columns,
  from: shown,
  belongsTo: (outcome) => sql`${shown.id} in (
    select ${transferOutcomeTable.transferId} from ${transferOutcomeTable}
    where ${transferOutcomeTable.outcomeType} = split_part(${outcome}, ':', 1)
      and ${transferOutcomeTable.outcomeId} = split_part(${outcome}, ':', 2))`,
  order: byTime,
});

/** Transfers by id and by set, what they paid for, and which corrections took them back. */
export const transferLoaders = (reader: Reader) => ({
  transferById: loadOne(reader, transferById, ({ id }) => id),
  transfersOfSet: loadMany(reader, transfersOfSet, ({ setId }) => setId),
  correctionOf: loadOne(reader, correctionOf, ({ corrects }) => corrects ?? ''),
  outcomesOfTransfer: loadMany(reader, outcomesOfTransfer, ({ transferId }) => transferId),
});
