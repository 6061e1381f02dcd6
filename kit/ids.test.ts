import { expect, test } from 'vitest';

import { idPrefix, newUlidId, parseId, refuseUnknown } from './ids.js';

test('a new id has its type’s prefix, is read again, and sorts behind the one before', () => {
  const ids = Array.from({ length: 5_000 }, () => newUlidId('PartnerScheme'));
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
  expect(ids[0]).toMatch(/^partnerscheme_[0-9A-HJKMNP-TV-Z]{26}$/);
  expect(parseId('PartnerScheme', ids[0]!)).toBe(ids[0]);
});

test.each([
  ['Fund', 'fund'],
  ['PartnerScheme', 'partnerscheme'],
])('the ids of a %s begin with %s', (type, prefix) => {
  expect(idPrefix(type)).toBe(prefix);
});

test.each(['fund_seed_yeyachong', 'fund_fixture_1', 'fund_01J9ZQ4Y7M3K8N2P5R6S7T8V9W'])(
  'the id %s is a fund’s',
  (id) => {
    expect(parseId('Fund', id)).toBe(id);
  },
);

test.each([
  '',
  'fund',
  'fund_',
  'fund_seed_',
  'partner_seed_yeyachong',
  'Fund_seed_yeyachong',
  'fund_seed_Yeyachong',
  'fund_seed_野鸭冲',
  'fund_other_x',
  ' fund_seed_x',
  'fund_seed_x\n',
  'fund_seed_x\0',
  `fund_seed_${'x'.repeat(81)}`,
  'fund_01J9ZQ4Y7M3K8N2P5R6S7T8V9',
  'fund_01J9ZQ4Y7M3K8N2P5R6S7T8VIL',
  'fund_01j9zq4y7m3k8n2p5r6s7t8v9w',
  `fund_seed_x' or true --`,
])('the id %j is refused, with what one looks like', (id) => {
  expect(() => parseId('Fund', id, 'fundId')).toThrow(
    expect.objectContaining({
      code: 'BAD_USER_INPUT',
      field: 'fundId',
      message: expect.stringContaining('looks like fund_01J9') as string,
    }) as Error,
  );
});

test('what is quoted back is short, and its control characters are spelled out', () => {
  const message = messageOf(() => parseId('Fund', `\u0007${'x'.repeat(5_000)}`));
  expect(message.length).toBeLessThan(250);
  expect(message).toContain('"\\u0007xxx');
});

test('an id that stands for nothing is refused by its own code', () => {
  expect(() => refuseUnknown('Fund', 'fund_seed_x', 'fundId')).toThrow(
    expect.objectContaining({ code: 'NOT_FOUND', field: 'fundId' }) as Error,
  );
  expect(messageOf(() => refuseUnknown('Fund', 'fund_seed_x'))).toBe(
    'There is no Fund "fund_seed_x". Check it, or list what there is.',
  );
});

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('Nothing was thrown.');
}
