import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';

import {
  ErrorCode,
  Fault,
  Refusal,
  faultCodes,
  isErrorCode,
  isRefusalCode,
  refusalCodes,
  refuse,
} from './errors.js';
import { InvariantError, invariant } from './invariant.js';

test('each code stands once, as the enum of the graph wants it', () => {
  const all = [...refusalCodes, ...faultCodes];
  expect(new Set(all).size).toBe(all.length);
  expect(ErrorCode).toEqual(Object.fromEntries(all.map((code) => [code, code])));
  for (const code of all) expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
});

test('a refusal carries its code to the client, and nothing of where it was thrown', () => {
  const refused = caught(() => refuse('RULE_VIOLATED', { field: 'name', message: 'No.' }));
  expect(refused).toBeInstanceOf(Refusal);
  expect(refused).toBeInstanceOf(GraphQLError);
  expect(refused).toMatchObject({ code: 'RULE_VIOLATED', field: 'name' });
  expect(JSON.parse(JSON.stringify(refused))).toEqual({
    message: 'No.',
    extensions: { code: 'RULE_VIOLATED' },
  });
});

test('a refusal without a field is about the whole input', () => {
  expect(caught(() => refuse('CONFLICT', { message: 'Again.' }))).toMatchObject({ field: null });
});

test('a fault keeps its cause for the log, and its code for the client', () => {
  const cause = new Error('password');
  const fault = new Fault('STORAGE_UNAVAILABLE', 'Away.', { cause });
  expect(fault).toMatchObject({ code: 'STORAGE_UNAVAILABLE', cause });
  expect(fault.extensions).toEqual({ code: 'STORAGE_UNAVAILABLE' });
  expect(fault).not.toBeInstanceOf(Refusal);
});

test.each([
  ['NOT_FOUND', true, true],
  ['INTERNAL', false, true],
  ['not_found', false, false],
  ['constructor', false, false],
  [undefined, false, false],
  [['NOT_FOUND'], false, false],
])('%j is a code of a refusal: %s, of either kind: %s', (code, refusal, either) => {
  expect([isRefusalCode(code), isErrorCode(code)]).toEqual([refusal, either]);
});

test('a broken assumption ends the request as a bug of ours', () => {
  expect(caught(() => invariant(false, 'two heads'))).toMatchObject({
    name: 'InvariantError',
    message: 'two heads',
  });
  expect(caught(() => invariant(0, 'zero'))).toBeInstanceOf(InvariantError);
  expect(() => invariant('yes', 'never')).not.toThrow();
});

function caught(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
}
