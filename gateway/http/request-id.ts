import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The header that carries a request's id, both ways. */
export const requestIdHeader = 'x-request-id';

// The id stands in log lines and answers, so it may hold nothing that could end a line or a string.
const acceptable = /^[A-Za-z0-9_.:-]{8,80}$/;

/** The caller's own id for the request where it is fit to be printed, else a new one. */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const offered = headers[requestIdHeader];
  return typeof offered === 'string' && acceptable.test(offered) ? offered : randomUUID();
}
