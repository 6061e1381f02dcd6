import { SHANGHAI_TIME_ZONE } from '@linju/kit';

/** A period as clients see it; null where neither end is known. */
export const periodValue = (from: Date | null, to: Date | null) =>
  from === null && to === null ? null : { from, to, tz: SHANGHAI_TIME_ZONE };
