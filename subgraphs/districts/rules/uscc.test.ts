import { expect, test } from 'vitest';

import { parseUscc } from './uscc.js';

test('a code with a right check character passes as it is', () => {
  expect(parseUscc('91990101MA4L000008')).toBe('91990101MA4L000008');
});

test.each([
  ['a wrong check character', '91990101MA4L000009'],
  ['small letters', '91990101ma4l000008'],
  ['17 characters', '91990101MA4L00000'],
  ['a letter the standard leaves out', '91990101MA4I000008'],
  ['blanks around it', ' 91990101MA4L000008'],
  ['full-width digits', '９1990101MA4L000008'],
  ['nothing', ''],
])('%s is refused', (_, text) => {
  expect(() => parseUscc(text)).toThrow(
    expect.objectContaining({ code: 'BAD_USER_INPUT', field: 'uscc' }),
  );
});
