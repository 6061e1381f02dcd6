import { amongKeys, loadMany, loadOne, pagedList, statement, type Reader } from '@linju/kit';
import { asc, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';

import {
  organisationIdentifierTable,
  organisationNameTable,
  organisationTable,
  organisationTierTable,
} from '../tables/organisation-tables.js';

const columns = {
  id: organisationTable.id,
  name: organisationTable.name,
  uscc: organisationTable.uscc,
  kind: organisationTable.kind,
  parentId: organisationTable.parentId,
  seatDistrictCode: organisationTable.seatDistrictCode,
  foundedOn: organisationTable.foundedOn,
  dissolvedOn: organisationTable.dissolvedOn,
};

const asked = alias(organisationTable, 'asked');

// The asked id may have been merged away; the row is then the survivor's.
const organisationById = statement({ askedId: asked.id, ...columns }, (select) =>
  select
    .from(asked)
    .innerJoin(
      organisationTable,
      eq(organisationTable.id, sql`coalesce(${asked.mergedInto}, ${asked.id})`),
    )
    .where(amongKeys(asked.id)),
);

const namesOfOrganisation = statement(
  {
    organisationId: organisationNameTable.organisationId,
    name: organisationNameTable.name,
    validFrom: organisationNameTable.validFrom,
    validTo: organisationNameTable.validTo,
  },
  (select) =>
    select
      .from(organisationNameTable)
      .where(amongKeys(organisationNameTable.organisationId))
      .orderBy(asc(organisationNameTable.validFrom), asc(organisationNameTable.name)),
);

const identifiersOfOrganisation = statement(
  {
    organisationId: organisationIdentifierTable.organisationId,
    scheme: organisationIdentifierTable.scheme,
    value: organisationIdentifierTable.value,
  },
  (select) =>
    select
      .from(organisationIdentifierTable)
      .where(amongKeys(organisationIdentifierTable.organisationId))
      .orderBy(asc(organisationIdentifierTable.scheme)),
);

const tiersOfOrganisation = statement(
  {
    organisationId: organisationTierTable.organisationId,
    tier: organisationTierTable.tier,
    since: organisationTierTable.since,
  },
  (select) =>
    select
      .from(organisationTierTable)
      .where(amongKeys(organisationTierTable.organisationId))
      .orderBy(asc(organisationTierTable.since)),
);

/** All organisations that were not merged away, by name; filters may be null. */
export const organisationsList = pagedList({
  list: 'organisations',
  columns,
  from: organisationTable,
  where: sql`${isNull(organisationTable.mergedInto)}
    and (${sql.placeholder('kind')}::text is null or ${organisationTable.kind} = ${sql.placeholder('kind')})
    and (${sql.placeholder('seat')}::text is null
      or starts_with(${organisationTable.seatDistrictCode}, ${sql.placeholder('seat')}))
    and (${sql.placeholder('named')}::text is null
      or strpos(${organisationTable.name}, ${sql.placeholder('named')}) > 0)`,
  order: [
    { by: organisationTable.name, type: 'text' },
    { by: organisationTable.id, type: 'text' },
  ],
});

/** Organisations by id (a merged id gives the survivor), and what belongs to each. */
export const organisationLoaders = (reader: Reader) => ({
  organisationById: loadOne(reader, organisationById, ({ askedId }) => askedId),
  namesOfOrganisation: loadMany(reader, namesOfOrganisation, (row) => row.organisationId),
  identifiersOfOrganisation: loadMany(
    reader,
    identifiersOfOrganisation,
    (row) => row.organisationId,
  ),
  tiersOfOrganisation: loadMany(reader, tiersOfOrganisation, (row) => row.organisationId),
});
