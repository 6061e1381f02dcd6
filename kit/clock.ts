/** Where "now" comes from. Passed in, so that a test can stand at any instant. */
export interface Clock {
  /** The present instant, whole milliseconds. */
  now(): Date;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };

/**
 * A clock that stands still until it is moved; for tests and for generated data.
 * @param at the instant it shows at first
 */
export function fixedClock(at: Date): Clock & { moveTo(at: Date): void } {
  let shown = at.getTime();
  return {
    now: () => new Date(shown),
    moveTo: (next) => {
      shown = next.getTime();
    },
  };
}
