// cspell:words jndi
import { expect, test } from 'vitest';

import { startGateway } from '../test-support/start-gateway.js';
import { requestIdOf } from './request-id.js';

const made = /^[0-9a-f-]{36}$/;

test.each([
  'a b c d e f',
  'short',
  'x'.repeat(81),
  'line\nbreak-here',
  '"quoted-text"',
  '野鸭冲野鸭冲野鸭冲',
  '${jndi:ldap}',
])('%j is not taken over', (offered) => {
  expect(requestIdOf({ headers: { 'x-request-id': offered } })).toMatch(made);
});

test('an id is in the answer, in the masked error and in every line of the log', async () => {
  const { url, logLines } = await startGateway();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-request-id': 'caller-0001' },
    body: '{"query":"{ fails(how: BUG) }"}',
  });
  expect(response.headers.get('x-request-id')).toBe('caller-0001');
  expect(await response.json()).toMatchObject({
    errors: [{ extensions: { requestId: 'caller-0001' } }],
  });
  await expect.poll(() => logLines.some((line) => line.includes('answered'))).toBe(true);
  const lines = logLines.map(
    (line) => JSON.parse(line) as { requestId?: string; level: number; msg: string },
  );
  expect(
    lines
      .filter(({ msg }) => ['resolver failed', 'answered'].includes(msg))
      .map(({ requestId }) => requestId),
  ).toEqual(['caller-0001', 'caller-0001']);
});

test('the log tells neither queries nor variables', async () => {
  const { ask, logLines } = await startGateway();
  await ask('query Secret($text: String) { echo(text: $text) }', { text: 'canary-7f3a' });
  await expect.poll(() => logLines.some((line) => line.includes('answered'))).toBe(true);
  expect(logLines.join('')).not.toMatch(/canary|Secret/);
});
