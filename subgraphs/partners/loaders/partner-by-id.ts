import { amongKeys, loadMany, loadOne, statement, type Reader, type RowOf } from '@linju/kit';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';

import { partnerProjectPartnerTable } from '../tables/partner-project-tables.js';
import {
  partnerPersonalTable,
  partnerPremisesTable,
  partnerTable,
} from '../tables/partner-tables.js';

/** What is read of a partner, wherever it is read. */
export const partnerColumns = {
  id: partnerTable.id,
  type: partnerTable.type,
  subtypes: partnerTable.subtypes,
  displayName: partnerTable.displayName,
  organisationId: partnerTable.organisationId,
  cityCode: partnerTable.cityCode,
  districtCode: partnerTable.districtCode,
  streetCode: partnerTable.streetCode,
  communityId: partnerTable.communityId,
  premisesState: partnerTable.premisesState,
  honours: partnerTable.honours,
  lastVerifiedAt: partnerTable.lastVerifiedAt,
  verifiedById: partnerTable.verifiedBy,
};

// The asked id may have been merged away; the row is then the survivor's. The ids are worked out first and apart
// (offset 0): under row policies an index serves only comparisons with plain values.
const asked = sql`(
  select a.id as asked_id, coalesce(a.merged_into, a.id) as survivor_id
  from ${partnerTable} a where a.id = any(${sql.placeholder('keys')}::text[]) offset 0) as asked`;

const partnerById = statement(
  { askedId: sql<string>`asked.asked_id`, ...partnerColumns },
  (select) =>
    select.from(asked).innerJoin(partnerTable, sql`${partnerTable.id} = asked.survivor_id`),
);

const partnerOfOrganisation = statement(partnerColumns, (select) =>
  select
    .from(partnerTable)
    .where(and(amongKeys(partnerTable.organisationId), isNull(partnerTable.mergedInto))),
);

const partnersOfProject = statement(
  { projectId: partnerProjectPartnerTable.projectId, ...partnerColumns },
  (select) =>
    select
      .from(partnerProjectPartnerTable)
      .innerJoin(partnerTable, eq(partnerTable.id, partnerProjectPartnerTable.partnerId))
      .where(amongKeys(partnerProjectPartnerTable.projectId))
      .orderBy(asc(partnerTable.displayName), asc(partnerTable.id)),
);

const premisesOfPartner = statement(
  { partnerId: partnerPremisesTable.partnerId, facilityId: partnerPremisesTable.facilityId },
  (select) =>
    select
      .from(partnerPremisesTable)
      .where(amongKeys(partnerPremisesTable.partnerId))
      .orderBy(asc(partnerPremisesTable.facilityId)),
);

// Apart from the partner's own row: personal data is read only when somebody asks for it.
const profileOfPartner = statement(
  {
    partnerId: partnerPersonalTable.partnerId,
    contactName: partnerPersonalTable.contactName,
    phone: partnerPersonalTable.phone,
  },
  (select) => select.from(partnerPersonalTable).where(amongKeys(partnerPersonalTable.partnerId)),
);

/** A partner as resolvers take it. */
export type PartnerRow = RowOf<typeof partnerOfOrganisation>;

/** Partners by id (a merged id gives the survivor), by organisation and by project, and what hangs on them. */
export const partnerLoaders = (reader: Reader) => ({
  partnerById: loadOne(reader, partnerById, ({ askedId }) => askedId),
  partnerOfOrganisation: loadOne(
    reader,
    partnerOfOrganisation,
    ({ organisationId }) => organisationId ?? '',
  ),
  partnersOfProject: loadMany(reader, partnersOfProject, ({ projectId }) => projectId),
  premisesOfPartner: loadMany(reader, premisesOfPartner, ({ partnerId }) => partnerId),
  profileOfPartner: loadOne(reader, profileOfPartner, ({ partnerId }) => partnerId),
});
