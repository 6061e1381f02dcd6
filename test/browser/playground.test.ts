import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { playgroundFolder } from '../../cli/wire/playground.js';
import { openBrowser, openingMsMax } from '../support/open-browser.js';
import { startGraph, type TestGraph } from '../support/start-graph.js';

// A newcomer opens /playground, runs the first example and reads the answer. What the page asks for,
// and what it complains about, is watched: nothing may leave the machine.

const built = playgroundFolder().every(({ folder }) => existsSync(join(folder, 'index.html')));

let graph: TestGraph;
let address: string;
let browser: Browser | null = null;
let whyNot: string | null = built ? null : 'the playground is not built: `npm run build`';

beforeAll(async () => {
  if (whyNot !== null) return;
  ({ browser, reason: whyNot } = await openBrowser());
  if (whyNot !== null) return;
  graph = await startGraph({ staticFolders: playgroundFolder() });
  address = await graph.gateway.listen({ host: '127.0.0.1', port: 0 });
}, openingMsMax);

afterAll(async () => {
  await browser?.close();
  await graph?.[Symbol.asyncDispose]();
});

beforeEach(({ skip }) => skip(whyNot !== null, whyNot ?? ''));

test('the first example runs and shows 10472200, and nothing leaves the machine', async () => {
  const { page, hosts, complaints } = await openPage();
  await page.goto(`${address}/playground`);
  await page.locator('.graphiql-query-editor .monaco-editor .view-line').first().waitFor();
  await page.locator('button.graphiql-execute-button').click();
  await page.locator('.result-window').getByText('10472200').first().waitFor();
  expect([...hosts]).toEqual([new URL(address).host]);
  expect(complaints).toEqual([]);
});

test('the docs explorer shows what can be asked', async () => {
  const { page } = await openPage();
  await page.goto(`${address}/playground/`);
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  const docs = page.locator('.graphiql-doc-explorer-content');
  await docs.getByText('Query', { exact: true }).waitFor();
  await docs.getByText('Mutation', { exact: true }).waitFor();
});

test('the language can be chosen and is kept', async () => {
  const { page } = await openPage();
  await page.goto(`${address}/playground/`);
  await page.getByRole('button', { name: '中文' }).click();
  expect(await page.locator('html').getAttribute('lang')).toMatch(/^zh/);
  await page.reload();
  await page.getByRole('button', { name: 'English' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toMatch(/^zh/);
});

test('a graph that does not answer is said in words, with a way to try again', async () => {
  const { page } = await openPage();
  await page.route('**/graphql', (route) => route.abort());
  await page.goto(`${address}/playground/`);
  await page.locator('.linju-unreachable').waitFor();
  await page.unroute('**/graphql');
  await page.locator('.linju-unreachable button').first().click();
  await page.locator('.linju-unreachable').waitFor({ state: 'detached' });
});

async function openPage(): Promise<{ page: Page; hosts: Set<string>; complaints: string[] }> {
  if (!browser) throw new Error('A test that is skipped opens no page.');
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const hosts = new Set<string>();
  const complaints: string[] = [];
  await context.route('**/*', (route) => {
    hosts.add(new URL(route.request().url()).host);
    return route.continue();
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, hosts, complaints };
}
