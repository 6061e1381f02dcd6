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
  ['XX999', 'linju doctor'],
])('an error %s comes with what to try', (code, hint) => {
  const text = explainFailure(Object.assign(new Error('it failed'), { code }));
  expect(text).toMatch(/^it failed\n/);
  expect(text).toContain(hint);
});
