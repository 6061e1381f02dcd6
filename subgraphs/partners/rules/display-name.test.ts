import { expect, test } from 'vitest';

import { displayNameOf } from './display-name.js';

const id = 'partner_01J9ZQ4Y7M3K8N2P5R6S7T8V9W';

test('an organisation is shown under the name it chose', () => {
  expect(displayNameOf('COMMERCIAL', id, ' 乐乐超市 ')).toBe('乐乐超市');
});

test('a person is shown under a name that says nothing of the person', () => {
  expect(displayNameOf('INDIVIDUAL', id)).toBe('个人合伙人8V9W');
  expect(displayNameOf('INDIVIDUAL', 'partner_fixture_p6', null)).toBe('个人合伙人E_P6');
});

test('nobody chooses the public name of a person', () => {
  expect(() => displayNameOf('INDIVIDUAL', id, '示例人')).toThrow(
    expect.objectContaining({ code: 'PERSON_DATA_REFUSED' }),
  );
});

test('an organisation has a name', () => {
  expect(() => displayNameOf('COMMERCIAL', id, null)).toThrow(/1 to 200/);
});
