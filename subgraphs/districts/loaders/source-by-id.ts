import { amongKeys, loadOne, pagedList, statement, type Reader } from '@linju/kit';

import { sourceTable } from '../tables/source-table.js';

const sourceColumns = {
  id: sourceTable.id,
  title: sourceTable.title,
  kind: sourceTable.kind,
  publishedOn: sourceTable.publishedOn,
  dateBasis: sourceTable.dateBasis,
};

const sourceById = statement(sourceColumns, (select) =>
  select.from(sourceTable).where(amongKeys(sourceTable.id)),
);

/** All sources, in the order of their ids. */
export const sourcesList = pagedList({
  list: 'sources',
  columns: sourceColumns,
  from: sourceTable,
  order: [{ by: sourceTable.id, type: 'text' }],
});

/** Sources by their ids. */
export const sourceLoaders = (reader: Reader) => ({
  sourceById: loadOne(reader, sourceById, ({ id }) => id),
});
