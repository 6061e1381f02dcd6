/**
 * Gives an operation its signal: it aborts when the client leaves or when the time is up. The work
 * is not cut off then. It is left to end by itself, which it does at once, since every call heeds
 * the signal; so a late operation still answers with what it has.
 */
export async function withOperationSignal<T>(
  leaving: AbortSignal,
  deadlineMs: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, deadlineMs);
  if (leaving.aborted) abort();
  leaving.addEventListener('abort', abort, { once: true });
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    leaving.removeEventListener('abort', abort);
  }
}
