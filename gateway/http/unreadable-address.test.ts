import { request } from 'undici';
import { expect, test } from 'vitest';

import { sharedGateway } from '../test-support/start-gateway.js';

const gateway = sharedGateway();

test('an address that cannot be read is answered as every other problem, under our request id', async () => {
  const requestId = 'a-test-of-addresses';
  const { statusCode, headers, body } = await request(`${gateway().url}/%ff%fe`, {
    headers: { 'x-request-id': requestId },
  });
  expect([statusCode, await body.json()]).toEqual([
    400,
    {
      type: 'about:blank',
      status: 400,
      code: 'BAD_ENCODING',
      detail: 'The address holds escapes that are not UTF-8.',
      requestId,
    },
  ]);
  expect(headers).toMatchObject({
    'content-type': 'application/problem+json; charset=utf-8',
    'x-request-id': requestId,
    'cache-control': 'no-store',
  });
  expect(gateway().logLines.some((line) => line.includes(requestId))).toBe(true);
});
