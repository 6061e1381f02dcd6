import { analystOf, anonymous, appOf, officerOf, systemViewer } from '../call/viewer.js';
import { expect, test } from 'vitest';

import { requireWriter } from './require-writer.js';

test.each([
  ['the officer of the district', officerOf('430202')],
  ['an officer of several, it among them', officerOf('430203', '430202')],
  ['linju itself', systemViewer],
])('%s may write', (_, viewer) => {
  expect(requireWriter(viewer, '430202')).toBeUndefined();
});

test.each([
  ['an officer of another district', officerOf('430203')],
  ['an officer of no district', officerOf()],
  ['an analyst of the city', analystOf('430200')],
  ['an app', appOf('partner_seed_lele')],
  ['nobody', anonymous],
])('%s may not', (_, viewer) => {
  expect(() => requireWriter(viewer, '430202')).toThrow(
    expect.objectContaining({
      code: 'NOT_AUTHORISED',
      message: expect.stringContaining('430202'),
    }),
  );
});

test.each(['430200', '430202001', '荷塘区', ''])(
  '%j is no district that anybody could write',
  (code) => {
    expect(() => requireWriter(officerOf('430202'), code)).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', field: 'districtCode' }),
    );
  },
);

test('what belongs to no one district is written by linju alone', () => {
  expect(requireWriter(systemViewer, null)).toBeUndefined();
  expect(() => requireWriter(officerOf('430202'), null)).toThrow(
    expect.objectContaining({ code: 'NOT_AUTHORISED' }),
  );
});
