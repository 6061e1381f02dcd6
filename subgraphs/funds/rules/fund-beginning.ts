import { formatInstant, refuse, shanghaiMidnight } from '@linju/kit';

/** What is known of when a fund began. */
export interface FundBeginning {
  readonly id: string;
  /** As finely as it is stated; null: not stated. */
  readonly initiatedAt: string | null;
  /** When it came into its first state; null: no state is recorded. */
  readonly preparingAt: Date | null;
}

/**
 * Lets a transfer pass that took effect once there was such a fund: from the first instant of the date
 * it was initiated, or from its first state, whichever is earlier. Where neither is known, any passes.
 * @throws Refusal RULE_VIOLATED
 */
export function requireBegun(fund: FundBeginning, effectiveAt: Date, field: string): void {
  const beganAt = beginningOf(fund);
  if (beganAt === null || effectiveAt >= beganAt) return;
  refuse('RULE_VIOLATED', {
    field,
    message:
      `Fund ${fund.id} began at ${formatInstant(beganAt)}; before that no money could move in it. ` +
      'Check effectiveAt, or the initiatedAt that the fund was opened with.',
  });
}

function beginningOf({ initiatedAt, preparingAt }: FundBeginning): Date | null {
  const stated = initiatedAt === null ? null : shanghaiMidnight(initiatedAt);
  if (stated === null || preparingAt === null) return stated ?? preparingAt;
  return stated < preparingAt ? stated : preparingAt;
}
