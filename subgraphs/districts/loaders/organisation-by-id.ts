import {
  amongKeys,
  equalsIfGiven,
  loadMany,
  loadOne,
  pagedList,
  statement,
  type Reader,
} from '@linju/kit';
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
    .innerJoin(organisationTable, eq(organisationTable.id, asked.survivorId))
    .where(amongKeys(asked.id)),
);

const namesOfOrganisation = statement(
  {
    survivorId: organisationTable.survivorId,
    name: organisationNameTable.name,
    validFrom: organisationNameTable.validFrom,
    validTo: organisationNameTable.validTo,
  },
  (select) =>
    select
      .from(organisationTable)
      .innerJoin(
        organisationNameTable,
        eq(organisationNameTable.organisationId, organisationTable.id),
      )
      .where(amongKeys(organisationTable.survivorId))
      .orderBy(asc(organisationNameTable.validFrom), asc(organisationNameTable.name)),
);

const identifiersOfOrganisation = statement(
  {
    survivorId: organisationTable.survivorId,
    scheme: organisationIdentifierTable.scheme,
    value: organisationIdentifierTable.value,
  },
  (select) =>
    select
      .from(organisationTable)
      .innerJoin(
        organisationIdentifierTable,
        eq(organisationIdentifierTable.organisationId, organisationTable.id),
      )
      .where(amongKeys(organisationTable.survivorId))
      .orderBy(asc(organisationIdentifierTable.scheme)),
);

const tiersOfOrganisation = statement(
  {
    survivorId: organisationTable.survivorId,
    tier: organisationTierTable.tier,
    since: organisationTierTable.since,
  },
  (select) =>
    select
      .from(organisationTable)
      .innerJoin(
        organisationTierTable,
        eq(organisationTierTable.organisationId, organisationTable.id),
      )
      .where(amongKeys(organisationTable.survivorId))
      .orderBy(asc(organisationTierTable.since)),
);

/** An organisation as its resolvers get it. */
export type OrganisationRow = ReturnType<typeof organisationById.decode>;

const seatWithin = sql`(${sql.placeholder('seat')}::text is null
  or starts_with(${organisationTable.seatDistrictCode}, ${sql.placeholder('seat')}))`;

// Former names are looked through too, so that a body is found by the name an old document has.
const isNamed = sql`(${sql.placeholder('named')}::text is null
  or strpos(${organisationTable.name}, ${sql.placeholder('named')}) > 0
  or exists (select from ${organisationNameTable}
    where ${organisationNameTable.organisationId} = ${organisationTable.id}
      and strpos(${organisationNameTable.name}, ${sql.placeholder('named')}) > 0))`;

/** All organisations that were not merged away, by name; filters may be null. */
export const organisationsList = pagedList({
  list: 'organisations',
  columns,
  from: organisationTable,
  where: sql`${isNull(organisationTable.mergedInto)}
    and ${equalsIfGiven(organisationTable.kind, 'kind')}
    and ${equalsIfGiven(organisationTable.uscc, 'uscc')}
    and ${seatWithin} and ${isNamed}`,
  order: [
    { by: organisationTable.name, type: 'text' },
    { by: organisationTable.id, type: 'text' },
  ],
});

/** Organisations by id (a merged id gives the survivor), and what belongs to each. */
export const organisationLoaders = (reader: Reader) => ({
  organisationById: loadOne(reader, organisationById, ({ askedId }) => askedId),
  namesOfOrganisation: loadMany(reader, namesOfOrganisation, ({ survivorId }) => survivorId),
  identifiersOfOrganisation: loadMany(
    reader,
    identifiersOfOrganisation,
    ({ survivorId }) => survivorId,
  ),
  tiersOfOrganisation: loadMany(reader, tiersOfOrganisation, ({ survivorId }) => survivorId),
});
