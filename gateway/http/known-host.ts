import { isIP } from 'node:net';

import { refuse } from '@linju/kit';

// The attack (DNS rebinding). A page of evil.example asks evil.example again, and by now that name
// leads to 127.0.0.1, or to linju's place in the office network. For the browser page and linju are
// one origin then: it sends no preflight, and the page may read every answer. What no page can change
// is the name that the browser asks for; it stands in Host.
//
// The defence. linju answers only to names that a stranger cannot lead here: an address, which needs
// no name server; localhost; a name without a dot, such as another container's, since nobody can buy
// one; the name it listens on; and the names the operator lists. Behind a proxy the browser's name may
// stand in X-Forwarded-Host, and both are looked at: a page may write that header to its own origin.

export interface HostRules {
  /** What the server listens on: a name or an address. */
  readonly host: string;
  /** Other names it may be asked by, in lower case. */
  readonly allowedHosts: readonly string[];
}

/**
 * Refuses a request that was sent to a name which could be a stranger's.
 * @param asked  Host and the proxy's word for it, each with or without a port; empty: none was sent,
 *   which no browser does
 * @throws Refusal CSRF_REFUSED
 */
export function requireKnownHost(asked: readonly string[], rules: HostRules): void {
  const stranger = asked.find((host) => host !== '' && !isKnown(nameOf(host), rules));
  if (stranger === undefined) return;
  refuse('CSRF_REFUSED', {
    message: `linju does not answer to the name ${JSON.stringify(stranger.slice(0, 100))}. Ask by address or as localhost; the operator can add names to LINJU_ALLOWED_HOSTS.`,
  });
}

function isKnown(name: string | null, { host, allowedHosts }: HostRules): boolean {
  if (name === null) return false;
  if (isIP(name) > 0 || !name.includes('.') || name.endsWith('.localhost')) return true;
  return name === host.toLowerCase() || allowedHosts.includes(name);
}

// As browsers read it: in lower case, an address in its usual form, a dot at the end meaning nothing.
function nameOf(host: string): string | null {
  if (!URL.canParse(`http://${host}`)) return null;
  const { hostname } = new URL(`http://${host}`);
  return hostname.replace(/^\[|\]$|\.$/g, '');
}
