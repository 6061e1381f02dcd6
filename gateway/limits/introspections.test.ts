import { describe, expect, test } from 'vitest';

import { sharedGateway } from '../test-support/start-gateway.js';

const gateway = sharedGateway();

const many = (count: number, field: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => field(index)).join(' ');

describe('the schema is asked for a few times in one operation, not more', () => {
  test.each([
    ['__schema', `{ ${many(6, (n) => `a${n}: __schema { types { name } }`)} }`],
    ['__type', `{ ${many(6, (n) => `a${n}: __type(name: "Place") { name }`)} }`],
    [
      'both, by fragments',
      `{ ...A ...B } fragment A on Query { ${many(3, (n) => `a${n}: __schema { types { name } }`)} }
       fragment B on Query { ${many(3, (n) => `b${n}: __type(name: "Place") { name }`)} }`,
    ],
  ])('%s', async (_, query) => {
    const message =
      'The operation has 6 fields that ask for the schema; the limit (introspections) is 5. Ask for less at once, or split it.';
    const extensions = { code: 'LIMIT_EXCEEDED', limit: 'introspections', allowed: 5, actual: 6 };
    expect(await gateway().ask(query)).toEqual({ errors: [{ message, extensions }] });
  });

  test('five are answered', async () => {
    const query = `{ ${many(5, (n) => `a${n}: __type(name: "Area") { name }`)} }`;
    const { data } = await gateway().ask(query);
    expect(Object.values(data ?? {})).toEqual(Array(5).fill({ name: 'Area' }));
  });
});
