import { resolve } from 'node:path';

import { expect, test } from 'vitest';

import { parseSettings } from './settings.js';

const names = ['districts', 'funds'];

test('an empty environment means the embedded database in .linju', () => {
  expect(parseSettings({ DATABASE_URL: '', LINJU_SECRET: ' ' }, names)).toEqual({
    dataDir: resolve('.linju'),
    databaseUrl: null,
    secret: null,
    databaseUrls: new Map(),
    subgraphUrls: new Map(),
  });
});

test('each subgraph has its own database and address', () => {
  const settings = parseSettings(
    {
      FUNDS_DATABASE_URL: 'postgres://linju_funds:x@db/linju',
      DISTRICTS_URL: 'http://districts:4001',
      LINJU_DATA_DIR: '/var/lib/linju',
    },
    names,
  );
  expect(settings.databaseUrls).toEqual(new Map([['funds', 'postgres://linju_funds:x@db/linju']]));
  expect(settings.subgraphUrls).toEqual(new Map([['districts', 'http://districts:4001']]));
  expect(settings.dataDir).toBe('/var/lib/linju');
});

test.each([
  [{ DATABASE_URL: 'mysql://root:hunter2@db/x' }, 'DATABASE_URL'],
  [{ DATABASE_URL: 'no address hunter2' }, 'DATABASE_URL'],
  [{ FUNDS_DATABASE_URL: 'http://hunter2' }, 'FUNDS_DATABASE_URL'],
  [{ DATABASE_URL: 'postgres://linju:hunter2%zz@db/linju' }, 'DATABASE_URL'],
  [{ DISTRICTS_URL: 'ftp://hunter2' }, 'DISTRICTS_URL'],
  [{ LINJU_SECRET: 'hunter2' }, 'LINJU_SECRET'],
])('what cannot be used is refused by name, without repeating it: %j', (environment, variable) => {
  const parse = () => parseSettings(environment, names);
  expect(parse).toThrow(variable);
  expect(parse).not.toThrow('hunter2');
});
