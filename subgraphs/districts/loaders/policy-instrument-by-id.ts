import { amongKeys, loadOne, pagedList, statement, type Reader } from '@linju/kit';

import { policyInstrumentTable } from '../tables/policy-instrument-table.js';

const columns = {
  id: policyInstrumentTable.id,
  title: policyInstrumentTable.title,
  documentNo: policyInstrumentTable.documentNo,
  issuerId: policyInstrumentTable.issuerId,
  scopeCode: policyInstrumentTable.scopeCode,
  trial: policyInstrumentTable.trial,
  effectiveFrom: policyInstrumentTable.effectiveFrom,
  effectiveTo: policyInstrumentTable.effectiveTo,
  supersedes: policyInstrumentTable.supersedes,
  basisFor: policyInstrumentTable.basisFor,
};

const policyInstrumentById = statement(columns, (select) =>
  select.from(policyInstrumentTable).where(amongKeys(policyInstrumentTable.id)),
);

/** A policy instrument as its resolvers get it. */
export type PolicyInstrumentRow = ReturnType<typeof policyInstrumentById.decode>;

/** All policy instruments, by id. */
export const policyInstrumentsList = pagedList({
  list: 'policyInstruments',
  columns,
  from: policyInstrumentTable,
  order: [{ by: policyInstrumentTable.id, type: 'text' }],
});

/** Policy instruments by id. */
export const policyInstrumentLoaders = (reader: Reader) => ({
  policyInstrumentById: loadOne(reader, policyInstrumentById, ({ id }) => id),
});
