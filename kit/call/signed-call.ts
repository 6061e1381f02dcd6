import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

import type { Clock } from '../clock.js';
import { boundedNonces } from './bounded-nonces.js';
import { parseViewer, type Viewer } from './viewer.js';

// A subgraph on a port answers nobody but the gateway: `_entities` and `_service` would else give
// to anyone what the gateway withholds. Each call carries one header:
//
//   linju-call: v1.<claims>.<signature>
//
//   claims     base64url of a JSON object: to (subgraph), viewer, requestId, operation (base64url
//              SHA-256 of the body's bytes, or of the request target of a GET), at (ms since 1970),
//              nonce (96 random bits)
//   signature  base64url of HMAC-SHA-256 over "v1.<claims>" with the secret both sides share
//
// A call is good for one subgraph, one operation, once, and for a minute. The nonces seen are kept
// in the process: where a subgraph runs more than once, a copied call could be replayed to another
// copy within that minute; it can then only repeat a read, or a write under its idempotency key.

/** The header that carries a signed call. */
export const signedCallHeader = 'linju-call';

/** Least length of the shared secret, characters. */
export const callSecretLengthMin = 32;

/** What the gateway vouches for. */
export interface CallToSign {
  readonly subgraph: string;
  readonly viewer: Viewer;
  readonly requestId: string;
  /** The bytes the call stands for: the body of a POST, the request target of a GET. */
  readonly operation: Uint8Array | string;
}

/** A call whose signature, subgraph and time are right; admit() still has to see its operation. */
export interface SignedCall {
  readonly viewer: Viewer;
  readonly requestId: string;
}

/** Why a call is refused; for the log, never for the caller. */
export type CallRefusalReason =
  | 'MISSING'
  | 'MALFORMED'
  | 'WRONG_SIGNATURE'
  | 'OTHER_SUBGRAPH'
  | 'OTHER_OPERATION'
  | 'OUTSIDE_WINDOW'
  | 'REPLAYED'
  | 'TOO_MANY_CALLS';

/** Whether a call may be answered; when not, why, for the log and not for the caller. */
export type CallVerdict =
  | { readonly ok: true; readonly call: SignedCall }
  | { readonly ok: false; readonly reason: CallRefusalReason };

/**
 * Makes the header's value for one call.
 * @param secret  at least 32 characters, the same on both sides
 * @throws Error when the secret is too short
 */
export function callSigner(secret: string, clock: Clock): (call: CallToSign) => string {
  requireLongSecret(secret);
  return ({ subgraph, viewer, requestId, operation }) => {
    const claims: Claims = {
      to: subgraph,
      viewer,
      requestId,
      operation: hashOf(operation),
      at: clock.now().getTime(),
      nonce: randomBytes(12).toString('base64url'),
    };
    const signed = `v1.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
    return `${signed}.${signatureOf(signed, secret).toString('base64url')}`;
  };
}

export interface CallVerifierOptions {
  readonly secret: string;
  readonly subgraph: string;
  readonly clock: Clock;
  /** Calls remembered per minute against replay; beyond it calls are refused. Default 600,000. */
  readonly callsPerMinuteMax?: number;
}

export interface CallVerifier {
  /** Judges the header alone, before any body is read. */
  open(header: string | undefined): CallVerdict;
  /** Judges the header and the operation it came with, and remembers the call. */
  verify(header: string | undefined, operation: Uint8Array | string): CallVerdict;
}

/**
 * Judges calls to one subgraph.
 * @throws Error when the secret is too short
 */
export function callVerifier(options: CallVerifierOptions): CallVerifier {
  requireLongSecret(options.secret);
  const nonces = boundedNonces(options.callsPerMinuteMax ?? 600_000);
  return {
    open: (header) => verdictOf(readClaims(header, options)),
    verify: (header, operation) => {
      const claims = readClaims(header, options);
      if (typeof claims === 'string') return verdictOf(claims);
      if (!sameText(claims.operation, hashOf(operation))) return verdictOf('OTHER_OPERATION');
      const seen = nonces.remember(claims.nonce, claims.at);
      return verdictOf(seen === 'NEW' ? claims : seen);
    },
  };
}

/** How old or how far ahead a call may be: a minute, and five seconds for clocks that differ. */
export const callWindowMs = 65_000;

interface Claims extends SignedCall {
  readonly to: string;
  readonly operation: string;
  readonly at: number;
  readonly nonce: string;
}

function readClaims(
  header: string | undefined,
  { secret, subgraph, clock }: CallVerifierOptions,
): Claims | CallRefusalReason {
  if (!header) return 'MISSING';
  const parts = headerPattern.exec(header);
  if (!parts?.groups) return 'MALFORMED';
  const { signed = '', signature = '' } = parts.groups;
  const given = Buffer.from(signature, 'base64url');
  if (!timingSafeEqual(given, signatureOf(signed, secret))) return 'WRONG_SIGNATURE';
  const claims = parseClaims(signed.slice('v1.'.length));
  if (!claims) return 'MALFORMED';
  if (claims.to !== subgraph) return 'OTHER_SUBGRAPH';
  if (Math.abs(clock.now().getTime() - claims.at) > callWindowMs) return 'OUTSIDE_WINDOW';
  return claims;
}

// 43 characters are the 32 bytes of a SHA-256 in base64url, so both sides of the compare are equal
// in length. The claims are bounded: a header is at most 16 kB anyway.
const headerPattern = /^(?<signed>v1\.[A-Za-z0-9_-]{2,12000})\.(?<signature>[A-Za-z0-9_-]{43})$/;

// Only what was signed gets here, so this guards against versions that differ, not against lies.
function parseClaims(text: string): Claims | null {
  try {
    const claims = JSON.parse(Buffer.from(text, 'base64url').toString()) as Record<string, unknown>;
    const { to, requestId, operation, at, nonce } = claims;
    if (typeof to !== 'string' || typeof requestId !== 'string') return null;
    if (typeof operation !== 'string' || typeof nonce !== 'string') return null;
    if (typeof at !== 'number') return null;
    return { to, requestId, operation, at, nonce, viewer: parseViewer(claims['viewer']) };
  } catch {
    return null;
  }
}

const verdictOf = (claims: Claims | CallRefusalReason): CallVerdict =>
  typeof claims === 'string'
    ? { ok: false, reason: claims }
    : { ok: true, call: { viewer: claims.viewer, requestId: claims.requestId } };

function requireLongSecret(secret: string): void {
  if (secret.length >= callSecretLengthMin) return;
  throw new Error(
    `The secret between gateway and subgraphs has ${secret.length} characters; it needs at least ${callSecretLengthMin}.`,
  );
}

const hashOf = (operation: Uint8Array | string): string =>
  createHash('sha256').update(operation).digest('base64url');

const signatureOf = (text: string, secret: string): Buffer =>
  createHmac('sha256', secret).update(text).digest();

const sameText = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
