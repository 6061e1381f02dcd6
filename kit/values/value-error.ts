/**
 * A value that cannot be what it claims to be: a fraction of a fen, 30 February, people added to families.
 * Thrown by the pure value types; the edge that read the value turns it into a coded refusal.
 *
 * The message is written for whoever sent the value: what was received, and what to send instead.
 * `code` is always BAD_VALUE. `received` is the value as it came; it may be long or personal, so it belongs
 * in no answer.
 */
export class ValueError extends Error {
  readonly code = 'BAD_VALUE';
  readonly received: unknown;

  constructor(message: string, received: unknown) {
    super(message);
    this.name = 'ValueError';
    this.received = received;
  }
}
