import { refuse } from '@linju/kit';

import type { PledgeKind } from './pledge-kind.js';

/**
 * The day on which a monthly pledge is paid, 1 to 28, so that February has it too.
 * @returns null for other pledges
 * @throws Refusal BAD_USER_INPUT
 */
export function requireDayOfMonth(kind: PledgeKind, day: number | null | undefined): number | null {
  if (kind !== 'MONTHLY' && (day === null || day === undefined)) return null;
  if (kind === 'MONTHLY' && day && day >= 1 && day <= 28) return day;
  return refuse('BAD_USER_INPUT', {
    field: 'dayOfMonth',
    message: 'A MONTHLY pledge has a day from 1 to 28, other pledges have none.',
  });
}
