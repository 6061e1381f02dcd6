import { createHash } from 'node:crypto';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { emptyChain, extendChain, findChainBreak, type StoredLink } from './hash-chain.js';

const chainOf = (payloads: readonly unknown[], name = 'fund_fixture_a'): StoredLink[] =>
  extendChain(emptyChain(name), payloads).map((link, index) => ({
    ...link,
    payload: payloads[index],
  }));

const payloads = fc.array(
  fc.record({
    id: fc.uuid(),
    amountFen: fc.bigInt({ min: 0n, max: 2n ** 62n }),
    note: fc.string(),
  }),
  { minLength: 1, maxLength: 12 },
);

test('a link is the SHA-256 of the hash before it and the payload’s canonical JSON', () => {
  const { hash: start } = emptyChain('fund_fixture_a');
  const text = `${start}\n{"amountFen":{"$integer":"5"},"id":"x"}`;
  expect(extendChain(emptyChain('fund_fixture_a'), [{ id: 'x', amountFen: 5n }])).toEqual([
    { position: 1, hash: createHash('sha256').update(text).digest('hex') },
  ]);
});

test('an untouched chain holds, whole or page by page', () => {
  fc.assert(
    fc.property(payloads, fc.nat(12), (list, cut) => {
      const links = chainOf(list);
      const [page, rest] = [links.slice(0, cut), links.slice(cut)];
      expect(findChainBreak(emptyChain('fund_fixture_a'), links)).toBeNull();
      expect(findChainBreak(page.at(-1) ?? emptyChain('fund_fixture_a'), rest)).toBeNull();
    }),
  );
});

test('a changed payload breaks the chain at its own place', () => {
  fc.assert(
    fc.property(payloads, fc.nat(), (list, pick) => {
      const links = chainOf(list);
      const at = pick % links.length;
      links[at] = { ...links[at]!, payload: { ...list[at], amountFen: -1n } };
      expect(findChainBreak(emptyChain('fund_fixture_a'), links)).toEqual({
        position: at + 1,
        reason: 'HASH',
      });
    }),
  );
});

test.each([
  [
    'a dropped link',
    (links: StoredLink[]) => links.toSpliced(1, 1),
    { position: 2, reason: 'GAP' },
  ],
  [
    'a repeated link',
    (links: StoredLink[]) => links.toSpliced(1, 0, links[0]!),
    { position: 2, reason: 'GAP' },
  ],
  [
    'two links that changed places',
    ([first, second, third]: StoredLink[]) => [
      { ...second!, position: 1 },
      { ...first!, position: 2 },
      third!,
    ],
    { position: 1, reason: 'HASH' },
  ],
  [
    'a link that was hashed again alone',
    (links: StoredLink[]) => {
      const forged = { id: 'forged' };
      const [again] = extendChain(links[0]!, [forged]);
      return links.with(1, { ...again!, payload: forged });
    },
    { position: 3, reason: 'HASH' },
  ],
])('%s is found', (_, tamper, found) => {
  const links = chainOf([{ id: 'a' }, { id: 'b' }, { id: 'c' }]);
  expect(findChainBreak(emptyChain('fund_fixture_a'), tamper(links))).toEqual(found);
});

test('the links of one chain do not fit another', () => {
  const links = chainOf([{ id: 'a' }], 'fund_fixture_a');
  expect(findChainBreak(emptyChain('fund_fixture_b'), links)).toEqual({
    position: 1,
    reason: 'HASH',
  });
});
