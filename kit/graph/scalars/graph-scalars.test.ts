import { isScalarType } from 'graphql';
import { expect, test } from 'vitest';

import * as scalars from './index.js';

test('every scalar of our own is on the list', () => {
  const exported = Object.values<unknown>(scalars).filter(isScalarType);
  expect(exported.length).toBeGreaterThan(0);
  expect(new Set(scalars.graphScalars)).toEqual(new Set(exported));
});
