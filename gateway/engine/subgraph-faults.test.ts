import { describe, expect, test } from 'vitest';

import {
  hostileDoor,
  hostileDoorModes,
  hostileHttpModes,
  startHostileSubgraph,
  type HostileHttpMode,
} from '../test-support/hostile-subgraph.js';
import { bothTransports, startGateway } from '../test-support/start-gateway.js';
import { canary, toyDoor, toyResolvers } from '../test-support/toy-graph.js';

const query = '{ place(id: "1") { name residents visits { day number } notices { text } } }';

// What the healthy subgraphs know is there, whatever the sick one does.
const healthy = { name: '野鸭冲', notices: [{ text: 'market' }, { text: 'rain' }] };

// Who hangs is waited for to the end of the deadline, in which the healthy ones must answer; for the
// others it only must not come.
const deadlineFor = (mode: string): Readonly<Record<string, string>> => ({
  LINJU_READ_DEADLINE_MS: ['HANG', 'HANG_IN_BODY', 'TRICKLE'].includes(mode) ? '1000' : '20000',
  LINJU_OPERATION_DEADLINE_MS: '40000',
});

// What the sick one's part of the answer is, where it is not all null.
const honest = { residents: 10, visits: [{ day: '2024-09-21', number: 3 }] };
const leftOver: Partial<Record<HostileHttpMode, object>> = {
  SCALAR_FOR_LIST: { residents: 10, visits: null },
  SCALAR_FOR_OBJECT: { residents: 10, visits: [null] },
  WRONG_LEAF: { ...honest, residents: null },
  NULL_IN_NON_NULL: { residents: 10, visits: [null] },
  MANY_ERRORS: honest,
};

const codeOf: Partial<Record<HostileHttpMode, string>> = {
  HANG: 'DEADLINE_EXCEEDED',
  HANG_IN_BODY: 'DEADLINE_EXCEEDED',
  TRICKLE: 'DEADLINE_EXCEEDED',
  RESET: 'SUBGRAPH_UNAVAILABLE',
  RESET_IN_BODY: 'SUBGRAPH_UNAVAILABLE',
  STATUS_500: 'SUBGRAPH_UNAVAILABLE',
  SECRET_ERRORS: 'INTERNAL',
  MANY_ERRORS: 'INTERNAL',
  ODD_ERRORS: 'INTERNAL',
};

async function askAround(mode: HostileHttpMode) {
  const hostile = await startHostileSubgraph('counts', mode);
  const { url, logLines } = await startGateway({
    over: 'over HTTP',
    addresses: { counts: hostile.url },
    environment: deadlineFor(mode),
  });
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const text = await response.text();
  return { hostile, status: response.status, text, answer: JSON.parse(text) as never, logLines };
}

describe('over HTTP, a subgraph that fails costs only its own fields and never a word of its own', () => {
  test.each(hostileHttpModes)('%s', async (mode) => {
    const { status, text, answer, logLines } = await askAround(mode);
    expect(status).toBe(200);
    expect(answer).toEqual({
      data: { place: { ...healthy, ...(leftOver[mode] ?? { residents: null, visits: null }) } },
      errors: expect.toSatisfy((errors: readonly { path: string[]; extensions: object }[]) => {
        expect(errors.length).toBeLessThanOrEqual(10);
        for (const { path, extensions } of errors) {
          expect(path[0]).toBe('place');
          const code = codeOf[mode] ?? 'SUBGRAPH_BAD_ANSWER';
          expect(extensions).toEqual({ code, requestId: expect.any(String) });
        }
        return errors.length > 0;
      }),
      extensions: {
        completeness: [
          {
            subgraph: 'counts',
            state: 'MISSING',
            reason: 'SOURCE_MISSING',
            paths: expect.any(Array),
          },
        ],
      },
    });
    expect(text).not.toContain('canary');
    expect(text.length).toBeLessThan(64 * 1024);
    expect(logLines.join('')).not.toContain('"level":60');
  });

  test('an answer of 200 MB is cut at the limit', async () => {
    const { hostile } = await askAround('HUGE');
    await expect.poll(hostile.bytesTaken).toBeGreaterThan(0);
    expect(hostile.bytesTaken()).toBeLessThan(32 * 1024 * 1024);
  });

  test('a redirect is not followed', async () => {
    const { hostile } = await askAround('REDIRECT');
    expect(hostile.asked).toEqual(['/graphql']);
  });

  test('a subgraph that does not exist is unavailable', async () => {
    const { ask } = await startGateway({
      over: 'over HTTP',
      addresses: { counts: 'http://127.0.0.1:9' },
    });
    const { data, errors } = await ask(query);
    expect(data).toEqual({ place: { ...healthy, residents: null, visits: null } });
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['SUBGRAPH_UNAVAILABLE']);
    expect(JSON.stringify(errors)).not.toContain('127.0.0.1');
  });

  test('names such as __proto__ in an answer change nothing', async () => {
    const { status } = await askAround('PROTO');
    expect(status).toBe(200);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe('in process, a subgraph that fails costs only its own fields and never a word of its own', () => {
  test.each(hostileDoorModes)('%s', async (mode) => {
    const { ask, logLines } = await startGateway({
      doors: [toyDoor('places'), hostileDoor(mode), toyDoor('notices')],
      environment: deadlineFor(mode),
    });
    const { data, errors, extensions } = await ask(query);
    expect(data).toMatchObject({ place: { ...healthy, residents: null } });
    const code = mode === 'HANG' ? 'DEADLINE_EXCEEDED' : 'INTERNAL';
    expect(errors?.length).toBeGreaterThan(0);
    for (const error of errors ?? []) {
      expect(error.path?.[0]).toBe('place');
      expect(error.extensions).toEqual({ code, requestId: expect.any(String) });
    }
    expect(extensions).toMatchObject({ completeness: [{ subgraph: 'counts' }] });
    expect(JSON.stringify({ data, errors, extensions })).not.toContain('canary');
    if (mode === 'THROW') expect(logLines.join('')).toContain(canary.slice(0, 20));
  });
});

describe.each(bothTransports)('%s', (over) => {
  test('a hung part does not hold up other requests', async () => {
    let goOn = (): void => undefined;
    const held = new Promise<string>((resolve) => (goOn = () => resolve('waited')));
    const honest = toyResolvers.places as Record<string, object>;
    const Query = { ...honest['Query'], wait: () => held };
    const { ask } = await startGateway({
      over,
      doors: [toyDoor('places', { ...honest, Query }), toyDoor('counts'), toyDoor('notices')],
      environment: { LINJU_READ_DEADLINE_MS: '60000', LINJU_OPERATION_DEADLINE_MS: '60000' },
    });
    const hung = ask('{ wait(ms: 0) }');
    expect(await ask('{ total }')).toEqual({ data: { total: 30 } });
    goOn();
    expect(await hung).toEqual({ data: { wait: 'waited' } });
  });

  test('a mutation has longer than a read', async () => {
    const environment = { LINJU_READ_DEADLINE_MS: '100', LINJU_MUTATION_DEADLINE_MS: '20000' };
    const { ask } = await startGateway({ over, environment });
    await expect(ask('mutation { wait(ms: 400) }')).resolves.toEqual({ data: { wait: 'waited' } });
    const { errors } = await ask('{ wait(ms: 400) }');
    expect(errors?.[0]?.extensions['code']).toBe('DEADLINE_EXCEEDED');
  });

  test('an operation that runs out of time answers with what it has', async () => {
    const environment = { LINJU_OPERATION_DEADLINE_MS: '1000', LINJU_READ_DEADLINE_MS: '20000' };
    const { ask } = await startGateway({ over, environment });
    const { data, errors } = await ask('{ total wait(ms: 20000) }');
    expect(data).toEqual({ total: 30, wait: null });
    expect(errors?.map(({ path }) => path)).toEqual([['wait']]);
  });

  test('a store that is down is told from an answer that is null', async () => {
    const { ask } = await startGateway({ over });
    expect(await ask('{ fails(how: FAULT) place(id: "0") { name } }')).toEqual({
      data: { fails: null, place: null },
      errors: [
        {
          message: expect.stringContaining('A store does not answer'),
          path: ['fails'],
          extensions: { code: 'STORAGE_UNAVAILABLE', requestId: expect.any(String) },
        },
      ],
      extensions: {
        completeness: [
          { subgraph: 'places', state: 'MISSING', reason: 'SOURCE_MISSING', paths: ['fails'] },
        ],
      },
    });
  });

  test('a refusal keeps its words, code and field; a bug keeps nothing', async () => {
    const { ask, logLines } = await startGateway({ over });
    const refusal = { message: 'There is no such thing.', extensions: { code: 'NOT_FOUND' } };
    expect(await ask('{ fails(how: REFUSAL) }')).toEqual({
      data: { fails: null },
      errors: [{ ...refusal, path: ['fails'] }],
    });
    const code = {
      message: 'A code has six digits.',
      extensions: { code: 'BAD_USER_INPUT', field: 'code' },
    };
    expect(await ask('{ placeByCode(code: "43") { name } }')).toEqual({
      data: { placeByCode: null },
      errors: [{ ...code, path: ['placeByCode'] }],
    });
    const byVariable = await ask(
      'query ($code: PlaceCode!) { placeByCode(code: $code) { name } }',
      { code: '4' },
    );
    expect(byVariable.errors).toEqual([{ ...code, path: ['placeByCode'] }]);
    const { errors } = await ask('{ fails(how: BUG) }');
    expect(errors).toEqual([
      {
        message: expect.stringContaining('request id'),
        path: ['fails'],
        extensions: { code: 'INTERNAL', requestId: expect.any(String) },
      },
    ]);
    expect(logLines.join('')).toContain(over === 'in process' ? canary : 'answered');
  });

  test('fields of several subgraphs are joined, one feeding another', async () => {
    const { ask } = await startGateway({ over });
    const joined = `{ places { id name residents visits { day number } area { name } noticesPerResident
      notices { text ... on News { by } ... on Warning { level } } } }`;
    const common = {
      area: { name: '月塘' },
      visits: [{ day: '2024-09-21', number: 3 }],
      notices: [
        { text: 'market', by: 'team' },
        { text: 'rain', level: 2 },
      ],
    };
    expect(await ask(joined)).toEqual({
      data: {
        places: [
          { id: '1', name: '野鸭冲', residents: 10, noticesPerResident: 0.2, ...common },
          { id: '2', name: '石子头', residents: 20, noticesPerResident: 0.1, ...common },
          { id: '3', name: '向阳', residents: 30, noticesPerResident: 2 / 30, ...common },
        ],
      },
    });
  });
});
