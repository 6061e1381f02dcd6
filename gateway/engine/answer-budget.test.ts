import { anonymous } from '@linju/kit';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';

import { createHandleRequest } from '../handle-request.js';
import { defaultOperationLimits, type OperationLimits } from '../limits/operation-limits.js';
import { bothTransports, sharedGateway, type TestGateway } from '../test-support/start-gateway.js';
import { AnswerBudget } from './answer-budget.js';

const near = (levels: number): string =>
  `{ place(id: "1") ${'{ near '.repeat(levels)}{ id }${' }'.repeat(levels)} }`;

// Asks on the gateway's engine, under limits that a test can reach.
async function askWithin(
  { gateway }: TestGateway,
  query: string,
  limits: Partial<OperationLimits>,
) {
  const handle = createHandleRequest({
    engine: gateway.engine,
    viewerOfRequest: () => anonymous,
    limits: { ...defaultOperationLimits, ...limits },
    operationMs: 10_000,
    log: pino({ level: 'silent' }),
  });
  const answer = await handle({
    query,
    operationName: null,
    variables: {},
    headers: {},
    requestId: 'test',
    readsOnly: false,
    signal: new AbortController().signal,
  });
  expect(answer.kind).toBe('EXECUTED');
  return JSON.parse(JSON.stringify('result' in answer ? answer.result : null)) as unknown;
}

const overLimit = (field: string, message: string, more = '') => ({
  message: `The operation has more than ${message}. Ask for less at once, or split it.${more}`,
  path: [field],
  extensions: { code: 'LIMIT_EXCEEDED' },
});

describe.each(bothTransports)('%s', (over) => {
  const gateway = sharedGateway({ over });

  test('lists within lists that multiply are refused while they are filled in', async () => {
    const message =
      'The answer has more than 50000 values, since lists within lists multiply. Ask for less at once, or split it.';
    expect(await gateway().ask(near(18))).toEqual({
      data: { place: null },
      errors: [{ message, path: ['place'], extensions: { code: 'LIMIT_EXCEEDED' } }],
    });
    expect(await gateway().ask('{ total }')).toEqual({ data: { total: 30 } });
  });

  test('the answers of all subgraphs together have no more values than they may', async () => {
    // The list, its three places and their ids; of another subgraph a number for each.
    const query = '{ places { id residents } }';
    const places = [1, 2, 3].map((id) => ({ id: `${id}`, residents: id * 10 }));
    const withoutNumbers = places.map(({ id }) => ({ id, residents: null }));
    const message = '9 values in its answer; the limit (answerValues) is 9';
    expect(await askWithin(gateway(), query, { answerValuesMax: 10 })).toEqual({
      data: { places },
    });
    expect(await askWithin(gateway(), query, { answerValuesMax: 9 })).toEqual({
      data: { places: withoutNumbers },
      errors: [{ ...overLimit('places', message), path: ['places', 0, 'residents'] }],
    });
  });

  test('nor more bytes', async () => {
    const message = '20 bytes in its answer; the limit (answerBytes) is 20';
    expect(await askWithin(gateway(), '{ places { name } }', { answerBytesMax: 20 })).toEqual({
      data: null,
      errors: [overLimit('places', message)],
    });
  });

  test('a write that is not answered says that what was written stays', async () => {
    const query = 'mutation { renamePlace(id: "1", name: "新") { id name } }';
    const stays =
      ' What was written stays: repeat it with the same idempotencyKey, and ask for less.';
    const message = '1 values in its answer; the limit (answerValues) is 1';
    expect(await askWithin(gateway(), query, { answerValuesMax: 1 })).toEqual({
      data: { renamePlace: null },
      errors: [overLimit('renamePlace', message, stays)],
    });
  });
});

test('a text counts as many bytes as UTF-8 needs for it', () => {
  const budget = new AnswerBudget({ answerValuesMax: 10, answerBytesMax: 9 });
  budget.takeValue('街道');
  expect(() => budget.takeValue('街道')).toThrow(
    expect.objectContaining({ code: 'LIMIT_EXCEEDED' }),
  );
});
