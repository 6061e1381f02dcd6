import { expect, test } from 'vitest';

import { parseUscc } from './uscc.js';

test('a code with a right check character passes as it is', () => {
  expect(parseUscc('91350100M000100Y43')).toBe('91350100M000100Y43');
});

test.each([
  ['a wrong check character', '91350100M000100Y44'],
  ['small letters', '91350100m000100y43'],
  ['17 characters', '91350100M000100Y4'],
  ['a letter the standard leaves out', '91350100I000100Y43'],
  ['blanks around it', ' 91350100M000100Y43'],
  ['full-width digits', '91350100M000100Y43'],
  ['nothing', ''],
])('%s is refused', (_, text) => {
  expect(() => parseUscc(text)).toThrow(
    expect.objectContaining({ code: 'BAD_USER_INPUT', field: 'uscc' }),
  );
});
