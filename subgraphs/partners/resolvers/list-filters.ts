import { parseId } from '@linju/kit';

import type { NeedItemFilter, PartnerFilter, ServiceOfferingFilter } from '../schema/list-args.js';

// A list's statement wants every placeholder; what is not asked for is null and lets everything through.

/** The placeholders of a list of partners. @throws Refusal BAD_USER_INPUT for a malformed id */
export const partnerFilterOf = (filter: PartnerFilter | null | undefined) => ({
  type: filter?.type ?? null,
  subtype: filter?.subtype ?? null,
  scheme: schemeOf(filter?.scheme),
  state: filter?.state ?? null,
  serviceKind: filter?.serviceKind ?? null,
});

/** The placeholders of a list of services. @throws Refusal BAD_USER_INPUT for a malformed id */
export const offeringFilterOf = (filter: ServiceOfferingFilter | null | undefined) => ({
  serviceKind: filter?.serviceKind ?? null,
  priceTier: filter?.priceTier ?? null,
  status: filter?.status ?? null,
  scheme: schemeOf(filter?.scheme),
});

/** The placeholders of a list of needs. */
export const needFilterOf = (filter: NeedItemFilter | null | undefined) => ({
  state: filter?.state ?? null,
  category: filter?.category ?? null,
});

const schemeOf = (id: string | null | undefined): string | null =>
  id === null || id === undefined ? null : parseId('PartnerScheme', id, 'filter.scheme');
