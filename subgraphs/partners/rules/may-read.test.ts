import { analystOf, anonymous, appOf, officerOf, systemViewer } from '@linju/kit';
import { expect, test } from 'vitest';

import { isOwnApp, personalViewOf, seesAward, seesInternalOf } from './may-read.js';

const record = { districtCode: '990102', partnerId: 'partner_fixture_one' };

test.each([
  ['anonymous', anonymous, false, 'NONE'],
  ['an officer of the district', officerOf('990101', '990102'), true, 'FULL'],
  ['an officer of another district', officerOf('990103'), false, 'NONE'],
  ['an analyst of the city', analystOf('990100'), true, 'MASKED'],
  ['an analyst of another city', analystOf('430200'), false, 'NONE'],
  ['the partner’s own app', appOf('partner_fixture_one'), true, 'FULL'],
  ['another partner’s app', appOf('partner_fixture_two'), false, 'NONE'],
  ['linju itself', systemViewer, true, 'FULL'],
] as const)('%s', (_, viewer, internal, personal) => {
  expect(seesInternalOf(viewer, record)).toBe(internal);
  expect(personalViewOf(viewer, record)).toBe(personal);
  expect(seesAward(viewer, { ...record, individual: true })).toBe(internal);
  expect(seesAward(viewer, { ...record, individual: false })).toBe(true);
});

test('what is of no one district is open to no officer and no analyst', () => {
  const cityWide = { ...record, districtCode: null };
  expect(seesInternalOf(officerOf('990102'), cityWide)).toBe(false);
  expect(seesInternalOf(analystOf('990100'), cityWide)).toBe(false);
  expect(seesInternalOf(appOf(record.partnerId), cityWide)).toBe(true);
});

test('only the app bound to the partner is its own', () => {
  expect(isOwnApp(appOf('partner_fixture_one'), 'partner_fixture_one')).toBe(true);
  expect(isOwnApp({ ...anonymous, partnerId: 'partner_fixture_one' }, 'partner_fixture_one')).toBe(
    false,
  );
});
