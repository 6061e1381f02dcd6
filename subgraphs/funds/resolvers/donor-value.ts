import { byId, type Viewer } from '@linju/kit';

import { shownDonor } from '../rules/donor.js';
import type { DonorVisibility } from '../rules/donor-visibility.js';

interface WithDonor {
  readonly districtCode: string;
  readonly donorVisibility: DonorVisibility;
  readonly donorOrganisationId: string | null;
  readonly donorPartnerId: string | null;
  readonly donorName: string | null;
}

/** The donor of a transfer or pledge as the viewer may see it; null where it may not, or none is known. */
export function donorValue(viewer: Viewer, row: WithDonor) {
  const { donorOrganisationId, donorPartnerId, donorName } = row;
  if (donorOrganisationId === null && donorPartnerId === null && donorName === null) return null;
  const shown = shownDonor(viewer, {
    organisationId: donorOrganisationId,
    partnerId: donorPartnerId,
    name: donorName,
    districtCode: row.districtCode,
    visibility: row.donorVisibility,
  });
  if (!shown) return null;
  const { organisationId, partnerId, name, masked } = shown;
  return { organisation: byId(organisationId), partner: byId(partnerId), name, masked };
}
