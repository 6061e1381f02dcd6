import { expect, test } from 'vitest';

import { requireAccepts, type SchemeTerms } from './scheme-accepts.js';

const scheme: SchemeTerms = {
  status: 'ACTIVE',
  partnerTypes: ['COMMERCIAL'],
  districtCode: '990102',
  cityCode: '990100',
};
const shop = { type: 'COMMERCIAL', cityCode: '990100' } as const;

test('a scheme takes the types it names, from its own city', () => {
  expect(() => requireAccepts(scheme, shop)).not.toThrow();
});

test('a scheme that names no types turns nobody away for it', () => {
  expect(() =>
    requireAccepts({ ...scheme, partnerTypes: [] }, { ...shop, type: 'INDIVIDUAL' }),
  ).not.toThrow();
});

test.each([
  ['of another type', scheme, { ...shop, type: 'INDIVIDUAL' }, 'RULE_VIOLATED'],
  ['of another city', scheme, { ...shop, cityCode: '430200' }, 'PLACE_MISMATCH'],
  ['for a planned scheme', { ...scheme, status: 'PLANNED' }, shop, 'RULE_VIOLATED'],
  ['for an ended scheme', { ...scheme, status: 'ENDED' }, shop, 'RULE_VIOLATED'],
] as const)('a partner %s is refused', (_, terms, partner, code) => {
  expect(() => requireAccepts(terms, partner)).toThrow(expect.objectContaining({ code }));
});
