import { analystOf, anonymous, appOf, officerOf, systemViewer } from '@linju/kit';
import { expect, test } from 'vitest';

import { requireWriter } from './may-write.js';

test('an officer writes the records of the district, linju itself all', () => {
  expect(() => requireWriter(officerOf('990102'), '990102')).not.toThrow();
  expect(() => requireWriter(systemViewer, '990102')).not.toThrow();
  expect(() => requireWriter(systemViewer, null)).not.toThrow();
});

test.each([anonymous, officerOf('990103'), analystOf('990100'), appOf('partner_fixture_one')])(
  '$id does not',
  (viewer) => {
    expect(() => requireWriter(viewer, '990102')).toThrow(/Only an officer of district 990102/);
    expect(() => requireWriter(viewer, null)).toThrow(/whole city/);
  },
);
