import { expect, test } from 'vitest';

import { requireMergeable, type MergeableRecord } from './may-merge.js';

const standing = (id: string, districtCode: string | null = '430202'): MergeableRecord => ({
  id,
  districtCode,
  mergedInto: null,
});

test('two standing records of one district may be merged', () => {
  expect(requireMergeable(standing('a'), standing('b'))).toBeUndefined();
});

test('two records without a district may be merged', () => {
  expect(requireMergeable(standing('a', null), standing('b', null))).toBeUndefined();
});

test('a record is not merged into itself', () => {
  expect(() => requireMergeable(standing('a'), standing('a'))).toThrow(
    expect.objectContaining({ code: 'MERGE_CYCLE', field: 'survivorId' }),
  );
});

test('a record that was merged away is not merged again; the refusal names its survivor', () => {
  expect(() => requireMergeable({ ...standing('a'), mergedInto: 'c' }, standing('b'))).toThrow(
    expect.objectContaining({
      code: 'MERGE_CYCLE',
      field: 'mergedId',
      message: expect.stringContaining('merged into c'),
    }),
  );
});

test('nothing is merged into a record that was merged away', () => {
  expect(() => requireMergeable(standing('a'), { ...standing('b'), mergedInto: 'a' })).toThrow(
    expect.objectContaining({ code: 'MERGE_CYCLE', field: 'survivorId' }),
  );
});

test.each([['430203'], [null]])('a record of 430202 is not one of %s', (district) => {
  expect(() => requireMergeable(standing('a'), standing('b', district))).toThrow(
    expect.objectContaining({ code: 'PLACE_MISMATCH', field: 'survivorId' }),
  );
});
