import { expect, test } from 'vitest';

import { requireCommunityCode } from './community-code.js';

const residents = { kind: 'RESIDENTS', streetCode: '430202001' };

test('a code of the street that tells the kind passes', () => {
  expect(requireCommunityCode({ ...residents, code12: '430202001003' })).toBe('430202001003');
  const village = { kind: 'VILLAGE', streetCode: '430203007', code12: '430203007201' };
  expect(requireCommunityCode(village)).toBe('430203007201');
});

test('a code that is left out is null', () => {
  expect(requireCommunityCode(residents)).toBeNull();
  expect(requireCommunityCode({ ...residents, code12: null })).toBeNull();
});

test.each([
  ['of another street', { ...residents, code12: '430202002003' }, 'PLACE_MISMATCH', 'code12'],
  ['without its street', { kind: 'RESIDENTS', code12: '430202001003' }, 'PLACE_MISMATCH', 'code12'],
  ['of another kind', { ...residents, code12: '430202001201' }, 'BAD_USER_INPUT', 'kind'],
  ['of eleven digits', { ...residents, code12: '43020200100' }, 'BAD_USER_INPUT', 'code12'],
  ['that is empty', { ...residents, code12: '' }, 'BAD_USER_INPUT', 'code12'],
])('a code %s is refused', (_, written, code, field) => {
  expect(() => requireCommunityCode(written)).toThrow(expect.objectContaining({ code, field }));
});

test('the urban-rural class is one of the bureau’s seven', () => {
  expect(requireCommunityCode({ ...residents, urbanRuralClass: '111' })).toBeNull();
  for (const urbanRuralClass of ['110', '', '1111']) {
    expect(() => requireCommunityCode({ ...residents, urbanRuralClass })).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', field: 'urbanRuralClass' }),
    );
  }
});
