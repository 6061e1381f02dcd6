import { beforeEach, expect, test } from 'vitest';

import { Fault, refuse } from '../errors.js';
import { answerWrite } from './user-errors.js';

let forgotten = 0;
const context = { forgetReads: () => (forgotten += 1) };
beforeEach(() => {
  forgotten = 0;
});

test('a write that is done gives its payload, and no errors', async () => {
  const answer = await answerWrite(
    context,
    () => Promise.resolve({ id: '1' }),
    ({ id }) => ({ note: { id } }),
  );
  expect(answer).toEqual({ note: { id: '1' }, userErrors: [] });
  expect(forgotten).toBe(1);
});

test('a refusal becomes a row of userErrors; the payload is not made', async () => {
  let made = false;
  const answer = await answerWrite(
    context,
    () => Promise.reject(refusal(() => refuse('RULE_VIOLATED', { field: 'name', message: 'No.' }))),
    () => {
      made = true;
      return {};
    },
  );
  expect(answer).toEqual({
    userErrors: [{ field: 'name', message: 'No.', code: 'RULE_VIOLATED' }],
  });
  expect({ made, forgotten }).toEqual({ made: false, forgotten: 0 });
});

test('a refusal of the whole input names no field', async () => {
  const answer = await answerWrite(
    context,
    () => Promise.reject(refusal(() => refuse('CONFLICT', { message: 'Again.' }))),
    () => ({}),
  );
  expect(answer.userErrors).toEqual([{ field: null, message: 'Again.', code: 'CONFLICT' }]);
});

test.each([
  ['a fault', new Fault('STORAGE_UNAVAILABLE', 'away')],
  ['a bug', new TypeError('bug')],
])('%s goes on', async (_name, error) => {
  const answer = answerWrite(
    context,
    () => Promise.reject(error),
    () => ({}),
  );
  await expect(answer).rejects.toBe(error);
});

test('a refusal after the commit is no user error: those say that nothing was written', async () => {
  const late = refusal(() => refuse('NOT_FOUND', { message: 'Gone again.' }));
  const answer = answerWrite(
    context,
    () => Promise.resolve({}),
    () => Promise.reject(late),
  );
  await expect(answer).rejects.toBe(late);
});

function refusal(refusing: () => never): Error {
  try {
    return refusing();
  } catch (error) {
    return error as Error;
  }
}
