import { Fault } from '@linju/kit';
import { expect, test } from 'vitest';

import { explainFailure } from './explain-failure.js';
import { UsageError } from './usage-error.js';

test('an error written for people stands alone', () => {
  expect(explainFailure(new UsageError('There is no subgraph x.'))).toBe('There is no subgraph x.');
});

test.each([
  ['EADDRINUSE', 'PORT'],
  ['EEXIST', 'LINJU_DATA_DIR'],
  ['28P01', 'password'],
  ['3D000', 'does not exist'],
  ['42501', 'CREATEROLE'],
  ['ECONNREFUSED', 'running'],
  ['ENOTFOUND', 'address of the database'],
  ['CONNECTION_CLOSED', 'running'],
  ['XX999', 'linju doctor'],
])('an error %s comes with what to try', (code, hint) => {
  const text = explainFailure(Object.assign(new Error('it failed'), { code }));
  expect(text).toMatch(/^it failed\n/);
  expect(text).toContain(hint);
});

test('of a fault, whose words are for clients, the cause is told', () => {
  const cause = Object.assign(new Error('password authentication failed'), { code: '28P01' });
  const fault = new Fault('STORAGE_UNAVAILABLE', 'Try again.', { cause });
  expect(explainFailure(fault)).toBe(explainFailure(cause));
});
