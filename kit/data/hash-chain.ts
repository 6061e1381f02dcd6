import { createHash } from 'node:crypto';

import { canonicalJson } from '../values/canonical-json.js';

// A chain makes an append-only record show when it was tampered with: each link's hash covers the
// payload and the hash before it, so that nothing in the middle can be changed, dropped, added or
// moved without every later hash being wrong. Whoever can rewrite the whole table can rewrite all
// hashes too, and whoever can cut the tail leaves a chain that fits: against those two helps only
// a head that was noted elsewhere.

/** Where a chain ends: the next link follows this one. */
export interface ChainHead {
  /** Number of the last link, from 1; 0 while the chain is empty. */
  readonly position: number;
  /** SHA-256 of the last link, 64 lower-case hexadecimal digits; of an empty chain its start. */
  readonly hash: string;
}

/** A link as it is stored. */
export interface StoredLink extends ChainHead {
  /** What the link vouches for, read again from the records themselves. */
  readonly payload: unknown;
}

/** Why and where a chain does not hold. */
export interface ChainBreak {
  /** The first position that is wrong. */
  readonly position: number;
  /** GAP: a number is missing or comes twice. HASH: the payload or a hash was changed. */
  readonly reason: 'GAP' | 'HASH';
}

/**
 * The head of a chain without links. It hashes the chain's name, so that the links of one chain do
 * not fit another.
 */
export const emptyChain = (name: string): ChainHead => ({
  position: 0,
  hash: sha256(`linju chain\n${name}`),
});

/**
 * Links payloads to a chain, in their order.
 * @returns one head per payload; the last is the chain's new head
 * @throws ValueError for a payload that has no canonical JSON
 */
export function extendChain(head: ChainHead, payloads: readonly unknown[]): readonly ChainHead[] {
  const links: ChainHead[] = [];
  for (const payload of payloads) links.push(nextLink(links.at(-1) ?? head, payload));
  return links;
}

/**
 * Checks that links follow a head. A long chain is checked page by page: the last link of a page is
 * the head of the next.
 * @returns the first break; null where all links hold
 */
export function findChainBreak(head: ChainHead, links: readonly StoredLink[]): ChainBreak | null {
  let last = head;
  for (const { position, hash, payload } of links) {
    const expected = nextLink(last, payload);
    if (position !== expected.position) return { position: expected.position, reason: 'GAP' };
    if (hash !== expected.hash) return { position, reason: 'HASH' };
    last = expected;
  }
  return null;
}

const nextLink = ({ position, hash }: ChainHead, payload: unknown): ChainHead => ({
  position: position + 1,
  hash: sha256(`${hash}\n${canonicalJson(payload)}`),
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
