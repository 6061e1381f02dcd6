import { expect, test } from 'vitest';

import { noteDigest } from './note-digest.js';

test('the digest vouches for the note and, without the salt, says nothing of it', () => {
  expect(noteDigest('现金', 'salt')).toMatch(/^[0-9a-f]{64}$/);
  expect(noteDigest('现金', 'salt')).toBe(noteDigest('现金', 'salt'));
  expect(noteDigest('现金', 'salt')).not.toBe(noteDigest('现金', 'other'));
  expect(noteDigest('现金', 'salt')).not.toBe(noteDigest('转账', 'salt'));
});
