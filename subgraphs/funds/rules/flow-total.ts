import type { InflowChannel } from './inflow-channel.js';
import type { TransferPhase } from './transfer-phase.js';

/** Posted cash of one phase, channel and relation, corrections taken off. */
export interface FlowTotal {
  /** Null for money that left. */
  readonly phase: TransferPhase | null;
  /** Null for money that left. */
  readonly channel: InflowChannel | null;
  /** Null: not stated. */
  readonly relatedParty: boolean | null;
  /** Fen. */
  readonly inflowFen: bigint;
  /** Fen. */
  readonly outflowFen: bigint;
  /** When the last of it came in; null: none did. */
  readonly lastInflowAt: Date | null;
}
