import type { Coverage } from '@linju/kit';

import type { FundsContext } from '../loaders/index.js';

/** The kinds of transfers that coverage is held for. */
export type CoveredKind = 'Transfer inflow' | 'Transfer outflow';

/** How much of a district's transfers of one kind is recorded here; nothing said means NONE. */
export async function coverageOfTransfers(
  { base }: FundsContext,
  districtCode: string,
  kind: CoveredKind,
): Promise<Coverage> {
  const rows = await base.coverage.load(districtCode);
  return rows.find(({ recordKind }) => recordKind === kind)?.coverage ?? 'NONE';
}
