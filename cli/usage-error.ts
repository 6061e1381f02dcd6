/** A verb was used in a way that cannot work; the message says what would. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
