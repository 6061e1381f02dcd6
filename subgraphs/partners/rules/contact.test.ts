import { expect, test } from 'vitest';

import { maskContact, parseContact } from './contact.js';

test.each([
  ['13800001234', '13800001234'],
  ['138 0000 1234', '13800001234'],
  ['0731-82345678', '0731-82345678'],
  ['02082345678', '02082345678'],
])('%s is a number to call', (phone, stored) => {
  expect(parseContact({ contactName: ' 示例人 ', phone })).toEqual({
    contactName: '示例人',
    phone: stored,
  });
});

test.each([
  '',
  '12345',
  '12800001234',
  '138000012345',
  '+8613800001234',
  '１３８００００１２３４',
  'abc',
])('%j is none', (phone) => {
  expect(() => parseContact({ contactName: '示例人', phone })).toThrow(/phone number/);
});

test('a number does not hide in the name', () => {
  expect(() => parseContact({ contactName: '示例 13800001234', phone: '13800001234' })).toThrow(
    expect.objectContaining({ code: 'PERSON_DATA_REFUSED' }),
  );
});

test.each([
  [
    { contactName: '张三', phone: '13800001234' },
    { contactName: '张**', phone: '138****1234' },
  ],
  [
    { contactName: '欧阳示例人', phone: '0731-82345678' },
    { contactName: '欧**', phone: '073****5678' },
  ],
  [
    { contactName: '𠮷示', phone: '02082345678' },
    { contactName: '𠮷**', phone: '020****5678' },
  ],
])('%j is masked', (contact, masked) => expect(maskContact(contact)).toEqual(masked));
