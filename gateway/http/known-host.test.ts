import { request } from 'undici';
import { describe, expect, test } from 'vitest';

import { sharedGateway } from '../test-support/start-gateway.js';
import { requireKnownHost } from './known-host.js';

const rules = { host: 'graph.office', allowedHosts: ['linju.example.org'] };
const refused = expect.objectContaining({ code: 'CSRF_REFUSED' }) as Error;

describe('a name that nobody can lead here is answered', () => {
  test.each([
    '127.0.0.1:4000',
    '192.168.1.20',
    '127.1',
    '[::1]:4000',
    '[fe80::1]',
    'localhost:4000',
    'LocalHost',
    'linju.localhost:4000',
    'gateway:4000',
    'graph.office:4000',
    'linju.example.org',
    'LINJU.example.org.:443',
    '',
  ])('%s', (host) => {
    expect(() => requireKnownHost([host], rules)).not.toThrow();
  });
});

describe("a name that could be a stranger's is refused", () => {
  test.each([
    'evil.example',
    'evil.example:4000',
    'EVIL.example.',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    'linju.example.org.evil.example',
    'example.org',
    'more.linju.example.org',
    'localhost@evil.example',
    'evil.example, localhost',
    ':4000',
  ])('%s', (host) => {
    expect(() => requireKnownHost([host], rules)).toThrow(refused);
    expect(() => requireKnownHost(['localhost', host], rules)).toThrow(refused);
  });
});

describe('over HTTP', () => {
  const gateway = sharedGateway();
  const behindProxy = sharedGateway({
    environment: { LINJU_TRUST_PROXY: 'loopback', LINJU_ALLOWED_HOSTS: 'Linju.example.org' },
  });

  async function send(url: string, path: string, headers: Record<string, string>) {
    const answer = await request(`${url}${path}`, {
      method: path === '/graphql' ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json', ...headers },
      body: path === '/graphql' ? '{"query":"{ total }"}' : null,
    });
    return { status: answer.statusCode, body: await answer.body.text() };
  }

  test('a page whose name was led here reads nothing, and is told why', async () => {
    const headers = { host: 'evil.example', origin: 'http://evil.example' };
    const { status, body } = await send(gateway().url, '/graphql', headers);
    expect([status, JSON.parse(body)]).toEqual([
      403,
      {
        errors: [
          {
            message:
              'linju does not answer to the name "evil.example". Ask by address or as localhost; the operator can add names to LINJU_ALLOWED_HOSTS.',
            extensions: { code: 'CSRF_REFUSED' },
          },
        ],
      },
    ]);
  });

  test.each(['/', '/health/ready', '/nowhere'])('nor does it read %s', async (path) => {
    const { status, body } = await send(gateway().url, path, { host: 'evil.example' });
    expect([status, JSON.parse(body)]).toMatchObject([403, { code: 'CSRF_REFUSED' }]);
  });

  test('behind a proxy the name counts that the browser asked for', async () => {
    const { url } = behindProxy();
    const from = (name: string) => ({
      host: 'gateway:4000',
      'x-forwarded-host': name,
      origin: `https://${name}`,
    });
    expect((await send(url, '/graphql', from('linju.example.org'))).status).toBe(200);
    expect((await send(url, '/graphql', from('evil.example'))).status).toBe(403);
  });

  test('a page cannot name another host beside its own', async () => {
    const headers = { host: 'evil.example', 'x-forwarded-host': 'localhost' };
    expect((await send(behindProxy().url, '/graphql', headers)).status).toBe(403);
  });
});
