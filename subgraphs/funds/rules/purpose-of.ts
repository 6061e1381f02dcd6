import { refuse } from '@linju/kit';

import type { AccountName } from './account-code.js';

/**
 * What the money of a transfer is for. The accounts decide where they say it: money in a restricted
 * account leaves only for the purpose it was put aside for, and a USE account is its purpose.
 * @param stated the purpose that the writer names, if any
 * @returns a code of the list Purpose; null for money that comes in without one
 * @throws Refusal RESTRICTED_PURPOSE, BAD_USER_INPUT
 */
export function purposeOf(
  from: AccountName,
  to: AccountName,
  stated: string | null | undefined,
  field: string,
): string | null {
  const restricted = from.kind === 'FUND_RESTRICTED' ? from.purpose : null;
  const purpose = restricted ?? to.purpose ?? stated ?? null;
  const strayed = [to.purpose, stated].find((other) => other && other !== purpose);
  if (!strayed) return purpose;
  if (restricted) {
    refuse('RESTRICTED_PURPOSE', {
      field,
      message: `${from.code} holds money for ${restricted}; it cannot leave for ${strayed}. Take it from another account.`,
    });
  }
  return refuse('BAD_USER_INPUT', {
    field: `${field}.purpose`,
    message: `The purpose ${strayed} is not that of ${to.code}. Leave it out, or name ${purpose}.`,
  });
}
