import { refuse } from '@linju/kit';
import type { IncomingHttpHeaders } from 'node:http';

// The attack. A page of some other site makes a visitor's browser send a request to linju. The
// browser adds what it has (cookies, a client certificate, its place inside the office network), so
// linju would act for the visitor, or at least work for the attacker, who can measure how long it
// takes. The page cannot read the answer; that is all the same-origin policy promises. A "simple"
// request (a GET, a form, text/plain) goes out without asking; anything else is asked for first by
// a preflight (OPTIONS), which linju answers only for the origins it was given.
//
// The defence.
// 1. A POST must be application/json, which no page can send without a preflight (media-type.ts).
// 2. A request that names its Origin must come from our own pages or from an allowed origin. A
//    browser writes Origin itself; a page cannot change it.
// 3. A GET is simple and often has no Origin. It passes if it carries a header that needs a
//    preflight, or if the browser itself says (Sec-Fetch-Site) that it comes from our own pages or
//    from the address bar. Browsers that say neither are old or on plain HTTP, and are refused;
//    a client that is no browser, such as curl, carries nobody's rights and passes.

/** Headers that no page of another site can send without a preflight; their value does not matter. */
export const preflightHeaders = [
  'linju-require-preflight',
  'apollo-require-preflight',
  'x-apollo-operation-name',
] as const;

export interface CsrfRules {
  /** Other origins whose pages may ask. */
  readonly allowedOrigins: readonly string[];
}

export interface CsrfSubject {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  /** The host the request was sent to, with its port. */
  readonly host: string;
}

/**
 * Refuses what a page of a foreign site could have made a browser send.
 * @throws Refusal CSRF_REFUSED
 */
export function requireOwnIntent(subject: CsrfSubject, { allowedOrigins }: CsrfRules): void {
  const { origin } = subject.headers;
  if (origin !== undefined) return requireKnownOrigin(origin, subject.host, allowedOrigins);
  if (subject.method !== 'GET' || isPreflighted(subject.headers)) return;
  const site = subject.headers['sec-fetch-site'];
  if (site === 'same-origin' || site === 'none') return;
  if (site === undefined && !isBrowser(subject.headers)) return;
  refuse('CSRF_REFUSED', {
    message: `This GET could come from a page of another site. Add a header such as ${preflightHeaders[0]}: 1, or send the query by POST.`,
  });
}

function requireKnownOrigin(origin: string, host: string, allowed: readonly string[]): void {
  if (allowed.includes(origin) || isSameOrigin(origin, host)) return;
  refuse('CSRF_REFUSED', {
    message:
      'Pages of this origin may not ask here. The operator can allow it in LINJU_CORS_ORIGINS.',
  });
}

// Host and port only: behind a proxy that ends TLS, ours is the plain side of the same address.
const isSameOrigin = (origin: string, host: string): boolean =>
  URL.canParse(origin) && host !== '' && new URL(origin).host === host.toLowerCase();

const isPreflighted = (headers: IncomingHttpHeaders): boolean =>
  headers['content-type'] !== undefined || preflightHeaders.some((name) => name in headers);

// Every browser's name begins with this, since 1994.
const isBrowser = (headers: IncomingHttpHeaders): boolean =>
  /^Mozilla\//i.test(headers['user-agent'] ?? '');
