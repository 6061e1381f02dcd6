import { amongKeys, loadMany, loadOne, pagedList, statement, type Reader } from '@linju/kit';
import { and, asc, eq, sql, type SQL } from 'drizzle-orm';

import type { PartnerInDistrict } from '../rules/donor.js';
import { setResolutionTable } from '../tables/ledger-tables.js';
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

/** The key of `contributionsList`: a partner in the books of one district. */
export const contributionsKey = ({ partnerId, districtCode }: PartnerInDistrict): string =>
  `${districtCode}:${partnerId}`;

// A partner stands beside a transfer in public (its account, or named as the source) or as its donor. It
// gave what was posted, stands, and reached somebody else: not what is on its way in its own account, nor
// what a fund spent on its word. Of other districts nothing counts: any officer can name any partner.
// An array, since the ids are few and to be found first; `in` would be planned together with the view.
function givenBy(key: SQL): SQL {
  const [district, partner] = [sql`split_part(${key}, ':', 1)`, sql`split_part(${key}, ':', 2)`];
  return sql`${shown.id} = any (array(
    select t.id
    from (
      select p.id from ${transferTable} p where p.partner_id = ${partner}
      union
      select p.transfer_id from ${transferPersonalTable} p
      where p.partner_id = ${partner} and ${sql.placeholder('withDonations')}::boolean
    ) as named
    join ${transferTable} t on t.id = named.id
    join ${setResolutionTable} r on r.set_id = t.set_id and r.state = 'POSTED'
    where t.district_code = ${district} and t.code <> 'CORRECTION'
      and t.from_account not like 'FUND:%' and t.to_account not like 'PARTNER:%'
      and not exists (select from ${transferTable} c where c.corrects = t.id and c.code = 'CORRECTION')))`;
}

/**
 * What partners gave in a district, oldest first, by `contributionsKey`. The filter `withDonations` says
 * whether what a partner gave as a donor counts; only for those who see its donors unmasked.
 */
export const contributionsList = pagedList({
  list: 'partner.contributions',
  columns,
  from: shown,
  belongsTo: givenBy,
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
