/** What a nonce memory says of a nonce: first seen, seen before, or the minute is full. */
export type NonceVerdict = 'NEW' | 'REPLAYED' | 'TOO_MANY_CALLS';

const minuteMs = 60_000;

// A call is good from 65 s before to 65 s after its instant, so three minutes cover every call that
// could still be accepted.
const minutesKept = 3;

/**
 * Remembers the nonces of accepted calls, by the minute the caller wrote into the call.
 * @param perMinuteMax  beyond it a minute accepts no more: refusing is safe, forgetting is not
 */
export function boundedNonces(perMinuteMax: number) {
  const minutes = new Map<number, Set<string>>();
  return {
    /** @param at  the call's instant, ms since 1970; within the window of the present */
    remember(nonce: string, at: number): NonceVerdict {
      const minute = Math.floor(at / minuteMs);
      const nonces = minutes.get(minute) ?? new Set<string>();
      if (nonces.has(nonce)) return 'REPLAYED';
      if (nonces.size >= perMinuteMax) return 'TOO_MANY_CALLS';
      nonces.add(nonce);
      minutes.set(minute, nonces);
      forgetBefore(minute - minutesKept);
      return 'NEW';
    },
  };

  function forgetBefore(minute: number): void {
    for (const kept of minutes.keys()) if (kept < minute) minutes.delete(kept);
  }
}
