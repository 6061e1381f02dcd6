import { Fault } from '@linju/kit';

export interface Deadline {
  /** From now, ms, > 0. */
  readonly deadlineMs: number;
  /** Ends the work earlier: the client left, or a larger deadline passed. */
  readonly signal: AbortSignal;
}

/**
 * Waits for work, but not beyond its deadline, whether the work heeds its signal or not.
 * @throws Fault DEADLINE_EXCEEDED
 */
export async function withDeadline<T>(
  { deadlineMs, signal }: Deadline,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (signal.aborted) throw exceeded();
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, deadlineMs);
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([work(controller.signal), rejectionOf(controller.signal)]);
  } catch (error) {
    // Work that heeds the signal fails in its own words; the reason is the deadline all the same.
    throw controller.signal.aborted ? exceeded(error) : error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}

function rejectionOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(exceeded()), { once: true });
  });
}

const exceeded = (cause?: unknown): Fault =>
  new Fault('DEADLINE_EXCEEDED', 'The deadline passed before the work was done.', { cause });
