import { describe, expect, test } from 'vitest';

import { sharedGateway, startGateway } from '../test-support/start-gateway.js';
import { requireOwnIntent } from './csrf.js';

const gateway = sharedGateway();

const browser = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64)' };
const allowedOrigins = ['https://app.example.org'];

const judge = (method: string, headers: Record<string, string>) => () =>
  requireOwnIntent({ method, headers, host: 'linju.example.org' }, { allowedOrigins });

describe('what a page of another site can make a browser send is refused', () => {
  test.each<[string, string, Record<string, string>]>([
    ['a foreign origin', 'POST', { ...browser, origin: 'https://evil.example' }],
    ['a sandboxed page', 'POST', { ...browser, origin: 'null' }],
    [
      'the same host on another port',
      'POST',
      { ...browser, origin: 'https://linju.example.org:8443' },
    ],
    [
      'an origin that only begins alike',
      'POST',
      { origin: 'https://linju.example.org.evil.example' },
    ],
    [
      'a foreign origin with a preflight header',
      'GET',
      { origin: 'https://evil.example', 'linju-require-preflight': '1' },
    ],
    ['an image or link', 'GET', { ...browser, 'sec-fetch-site': 'cross-site' }],
    ['a page of a neighbouring host', 'GET', { ...browser, 'sec-fetch-site': 'same-site' }],
    ['an old browser', 'GET', browser],
  ])('%s', (_, method, headers) => {
    expect(judge(method, headers)).toThrow(expect.objectContaining({ code: 'CSRF_REFUSED' }));
  });
});

describe('what it cannot is let through', () => {
  test.each<[string, string, Record<string, string>]>([
    ['our own page', 'POST', { ...browser, origin: 'https://linju.example.org' }],
    ['our own page behind a proxy that ends TLS', 'POST', { origin: 'http://linju.example.org' }],
    [
      'an allowed origin',
      'GET',
      { ...browser, origin: 'https://app.example.org', 'sec-fetch-site': 'cross-site' },
    ],
    ['a program', 'GET', { 'user-agent': 'curl/8' }],
    ['a program without a name', 'GET', {}],
    ['a preflighted GET', 'GET', { ...browser, 'apollo-require-preflight': '' }],
    ['the address bar', 'GET', { ...browser, 'sec-fetch-site': 'none' }],
    ['a GET of our own page', 'GET', { ...browser, 'sec-fetch-site': 'same-origin' }],
    ['a POST, which its content type guards', 'POST', browser],
  ])('%s', (_, method, headers) => {
    expect(judge(method, headers)).not.toThrow();
  });
});

test('a refused origin gets 403, a code and nothing of the answer', async () => {
  const { url } = gateway();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'https://evil.example' },
    body: '{"query":"{ total }"}',
  });
  expect(response.status).toBe(403);
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
  expect(await response.json()).toEqual({
    errors: [
      {
        message: expect.stringContaining('LINJU_CORS_ORIGINS'),
        extensions: { code: 'CSRF_REFUSED' },
      },
    ],
  });
});

test('only a trusted proxy says under which host we were asked', async () => {
  const ask = async (url: string) => {
    const headers = { 'x-forwarded-host': 'app.example.org', origin: 'https://app.example.org' };
    return (await fetch(`${url}/graphql?query={total}`, { headers })).status;
  };
  expect(await ask(gateway().url)).toBe(403);
  const trusting = await startGateway({
    environment: { LINJU_TRUST_PROXY: 'loopback', LINJU_ALLOWED_HOSTS: 'app.example.org' },
  });
  expect(await ask(trusting.url)).toBe(200);
});

describe('CORS', () => {
  const preflight = (url: string, origin: string) =>
    fetch(`${url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });

  test('an allowed origin is answered and may read the request id', async () => {
    const { url } = await startGateway({
      environment: { LINJU_CORS_ORIGINS: 'https://app.example.org' },
    });
    const allowed = await preflight(url, 'https://app.example.org');
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://app.example.org');
    expect(allowed.headers.get('access-control-allow-headers')).toContain('content-type');
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://app.example.org' },
      body: '{"query":"{ total }"}',
    });
    expect(response.headers.get('access-control-expose-headers')).toBe('x-request-id');
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    expect(await response.json()).toEqual({ data: { total: 30 } });
  });

  test('no other origin gets permission', async () => {
    const { url } = await startGateway({
      environment: { LINJU_CORS_ORIGINS: 'https://app.example.org' },
    });
    const refused = await preflight(url, 'https://evil.example');
    expect(refused.headers.get('access-control-allow-origin')).not.toBe('https://evil.example');
    const bare = gateway();
    const none = await preflight(bare.url, 'https://app.example.org');
    expect(none.headers.get('access-control-allow-origin')).toBeNull();
  });
});
