// cspell:words fsecret nosniff
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import { sharedGateway, startGateway } from '../test-support/start-gateway.js';

const outside = mkdtempSync(join(tmpdir(), 'linju-static-'));
const folder = join(outside, 'playground');
mkdirSync(join(folder, 'assets'), { recursive: true });
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>playground</title>');
writeFileSync(join(folder, 'assets', 'main-1a2b3c.js'), 'export {}');
writeFileSync(join(folder, '.hidden'), 'canary');
writeFileSync(join(outside, 'secret.txt'), 'canary');
afterAll(() => rmSync(outside, { recursive: true }));

const gateway = sharedGateway({
  staticFolders: [{ path: '/playground', folder, title: 'the playground' }],
});
const get = (path: string) => fetch(`${gateway().url}${path}`, { redirect: 'manual' });

const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

describe('pages', () => {
  test('the folder is at its address, with a slash', async () => {
    const response = await get('/playground');
    expect([response.status, response.headers.get('location')]).toEqual([308, '/playground/']);
    const page = await get('/playground/');
    expect(await page.text()).toContain('<title>playground</title>');
    expect(page.headers.get('content-security-policy')).toBe(pagePolicy);
    expect(page.headers.get('cache-control')).toBe('no-cache');
  });

  test('files named for their content may be kept for ever', async () => {
    const script = await get('/playground/assets/main-1a2b3c.js');
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(script.headers.get('content-type')).toContain('javascript');
  });

  test.each([
    '/playground/.hidden',
    '/playground/nothing.js',
    '/playground/../secret.txt',
    '/playground/%2e%2e/secret.txt',
    '/playground/..%2fsecret.txt',
    '/playground/assets/',
  ])('%s is not there', async (path) => {
    const response = await get(path);
    expect([403, 404]).toContain(response.status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.text()).not.toContain('canary');
  });

  test('the front page lists the addresses', async () => {
    const page = await get('/');
    const text = await page.text();
    expect(text).toContain('<a href="/playground/">');
    expect(text).toContain('/graphql');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

test('answers with data carry headers under which a browser loads nothing', async () => {
  const response = await get('/health/live');
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-security-policy':
      "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  });
  expect(response.headers.get('x-powered-by')).toBeNull();
});

test('a folder that is not built is said at the start', async () => {
  const staticFolders = [{ path: '/playground', folder: '/nowhere', title: 'x' }];
  await expect(startGateway({ staticFolders })).rejects.toThrow('are not built');
});
