import { officerOf } from '@linju/kit';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startGraph, type TestGraph } from '../support/start-graph.js';

// What a clumsy client or an attacker sends, over real HTTP: each gets one clear code, nothing is
// written, nothing of the inside is told, and the gateway goes on serving.

let graph: TestGraph;
let url: string;

beforeAll(async () => {
  graph = await startGraph();
  url = `${await graph.listen()}/graphql`;
});

afterAll(() => graph[Symbol.asyncDispose]());

async function post(body: string | Buffer, headers: Record<string, string> = {}) {
  const { statusCode, body: answer } = await request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const text = await answer.text();
  return { status: statusCode, text, answer: JSON.parse(text) as Answer };
}

interface Answer {
  readonly data?: Record<string, never> | null;
  readonly errors?: readonly { message: string; extensions: { code: string } }[];
}

const ask = (query: string, variables: Record<string, unknown> = {}, headers = {}) =>
  post(JSON.stringify({ query, variables }), headers);

const codesOf = ({ answer }: { answer: Answer }) => answer.errors?.map((e) => e.extensions.code);

describe('values a client can get wrong', () => {
  test.each([
    ['an unknown district code', '{ district(code: "430299") { name } }', 'NOT_FOUND'],
    ['a malformed district code', '{ district(code: "荷塘") { name } }', 'BAD_USER_INPUT'],
    ['a street code asked as a district', '{ district(code: "430202001") { name } }', 'NOT_FOUND'],
    ['an unknown id', '{ community(id: "community_seed_nowhere") { name } }', 'NOT_FOUND'],
    ['an id of another type', '{ community(id: "facility_seed_igo") { name } }', 'BAD_USER_INPUT'],
    ['an id that is none', '{ community(id: "\' or 1=1 --") { name } }', 'BAD_USER_INPUT'],
    ['first above 100', '{ sources(first: 101) { nodes { id } } }', 'BAD_PAGE_SIZE'],
    ['first of 0', '{ sources(first: 0) { nodes { id } } }', 'BAD_PAGE_SIZE'],
    ['a negative first', '{ sources(first: -1) { nodes { id } } }', 'BAD_PAGE_SIZE'],
    ['no first', '{ sources { nodes { id } } }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a first that is no Int',
      '{ sources(first: 99999999999) { nodes { id } } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['a cursor that is none', '{ sources(first: 1, after: "abc") { nodes { id } } }', 'BAD_CURSOR'],
    [
      'NUL in a literal',
      '{ organisations(first: 1, named: "a\\u0000b") { nodes { id } } }',
      'BAD_ENCODING',
    ],
    [
      'half of a pair in a literal',
      '{ organisations(first: 1, named: "\\uD800") { nodes { id } } }',
      'GRAPHQL_PARSE_FAILED',
    ],
  ])('%s', async (_, query, code) => {
    const answer = await ask(query);
    expect(codesOf(answer)).toEqual([code]);
    expect(answer.text).not.toMatch(/select |node_modules|at \w+ \(|127\.0\.0\.1/);
  });

  test.each(['\\ud800', '\\u0000'])('the escape %s in a variable', async (escape) => {
    const query = 'query ($n: String) { organisations(first: 1, named: $n) { nodes { id } } }';
    const answer = await post(`{"query":${JSON.stringify(query)},"variables":{"n":"a${escape}b"}}`);
    expect(codesOf(answer)).toEqual(['BAD_ENCODING']);
  });

  test('a cursor of another list', async () => {
    const sources = await ask('{ sources(first: 1) { pageInfo { endCursor } } }');
    const { endCursor } = (
      sources.answer.data as never as { sources: { pageInfo: { endCursor: string } } }
    ).sources.pageInfo;
    const answer = await ask(
      'query ($after: String) { organisations(first: 1, after: $after) { nodes { id } } }',
      {
        after: endCursor,
      },
    );
    expect(codesOf(answer)).toEqual(['BAD_CURSOR']);
  });

  test('a code that left the list is read with the day it left', async () => {
    const { answer } = await ask(
      '{ district(code: "430271") { name validTo replacedBy { code } } }',
    );
    expect(answer).toEqual({
      data: {
        district: { name: '云龙示范区', validTo: '2022-10-31', replacedBy: { code: '430204' } },
      },
    });
  });
});

describe('writes that are refused leave nothing behind', () => {
  const register = `mutation ($input: RegisterFacilityInput!) {
    registerFacility(input: $input) { facility { id } userErrors { field code } } }`;
  const facility = {
    idempotencyKey: 'k',
    name: '测试设施',
    kind: 'PARK',
    districtCode: '430202',
    status: 'OPEN',
  };
  const countOf = async () => {
    const { answer } = await ask('{ facilities(area: "430202", first: 1) { totalCount } }');
    return answer.data;
  };

  test.each([
    {
      case: 'by nobody in particular',
      change: {},
      district: null,
      field: null,
      code: 'NOT_AUTHORISED',
    },
    {
      case: 'in another district',
      change: {},
      district: '430203',
      field: null,
      code: 'NOT_AUTHORISED',
    },
    {
      case: 'under a code that left the list',
      change: { districtCode: '430271' },
      district: '430271',
      field: 'districtCode',
      code: 'CODE_RETIRED',
    },
    {
      case: 'under an unknown code',
      change: { districtCode: '430299' },
      district: '430299',
      field: 'districtCode',
      code: 'NOT_FOUND',
    },
    {
      case: 'in a street of another district',
      change: { streetCode: '430203001' },
      district: '430202',
      field: 'streetCode',
      code: 'PLACE_MISMATCH',
    },
    {
      case: 'of an unknown kind',
      change: { kind: 'CASTLE' },
      district: '430202',
      field: 'kind',
      code: 'NOT_FOUND',
    },
    {
      case: 'in a state it cannot begin with',
      change: { status: 'CLOSED' },
      district: '430202',
      field: 'status',
      code: 'MOVE_NOT_ALLOWED',
    },
    {
      case: 'with a telephone number in its name',
      change: { name: '联系13812345678' },
      district: '430202',
      field: 'name',
      code: 'PERSON_DATA_REFUSED',
    },
  ])('a facility $case', async ({ change, district, field, code }) => {
    const before = await countOf();
    const headers = district === null ? {} : graph.headersOf(officerOf(district));
    const { answer } = await ask(register, { input: { ...facility, ...change } }, headers);
    expect(answer.data).toEqual({
      registerFacility: { facility: null, userErrors: [{ field, code }] },
    });
    expect(await countOf()).toEqual(before);
  });

  test.each([
    ['negative fen', { feeFen: '-1', feePeriod: 'MONTH' }],
    ['fractional fen', { feeFen: '1.5', feePeriod: 'MONTH' }],
    ['fen as a number', { feeFen: 5, feePeriod: 'MONTH' }],
  ])('a facility with %s', async (_, change) => {
    const headers = graph.headersOf(officerOf('430202'));
    const answer = await ask(register, { input: { ...facility, ...change } }, headers);
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
  });

  test('an instant without offset', async () => {
    const query = `mutation { moveFacility(input: { idempotencyKey: "m", facilityId: "facility_seed_igo",
      to: TEMPORARILY_CLOSED, effectiveAt: "2024-09-21T00:00:00" }) { userErrors { code } } }`;
    const answer = await ask(query, {}, graph.headersOf(officerOf('430202')));
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
  });

  test('one key writes once, and with another input it is refused', async () => {
    const headers = graph.headersOf(officerOf('430202'));
    const input = { ...facility, idempotencyKey: 'once' };
    const [first, second] = [
      await ask(register, { input }, headers),
      await ask(register, { input }, headers),
    ];
    expect(second.answer).toEqual(first.answer);
    const other = await ask(register, { input: { ...input, name: '另一个' } }, headers);
    expect(other.answer.data).toEqual({
      registerFacility: {
        facility: null,
        userErrors: [{ field: 'idempotencyKey', code: 'IDEMPOTENCY_KEY_REUSED' }],
      },
    });
  });
});

describe('requests that are none', () => {
  test('a body of 5 MB', async () => {
    const answer = await ask(`{ city(code: "430200") { name } } # ${'x'.repeat(5_000_000)}`);
    expect([answer.status, codesOf(answer)]).toEqual([413, ['PAYLOAD_TOO_LARGE']]);
  });

  test('a query 60 levels deep', async () => {
    const deep = `{ city(code: "430200") ${'{ districts { city '.repeat(30)} { name } ${'} }'.repeat(30)} }`;
    const answer = await ask(deep);
    expect(codesOf(answer)).toEqual(['LIMIT_EXCEEDED']);
    expect(answer.text).toMatch(/depth|deep/i);
  });

  test('bytes that are no UTF-8', async () => {
    const body = Buffer.from(JSON.stringify({ query: '{ cities { name } } # X' }));
    body[body.indexOf('X'.charCodeAt(0))] = 0xff;
    const answer = await post(body);
    expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_ENCODING']]);
  });

  test('a charset other than UTF-8', async () => {
    const answer = await post('{}', { 'content-type': 'application/json; charset=utf-16' });
    expect([answer.status, codesOf(answer)]).toEqual([415, ['UNSUPPORTED_MEDIA_TYPE']]);
  });

  test('a write by GET', async () => {
    const query = encodeURIComponent(
      'mutation { mergeFacilities(input: {idempotencyKey: "x", mergedId: "a", survivorId: "b"}) { userErrors { code } } }',
    );
    const { statusCode } = await request(`${url}?query=${query}`, {
      headers: { accept: 'application/json' },
    });
    expect(statusCode).toBe(405);
  });

  test('after all that the gateway answers as before', async () => {
    const { answer } = await ask('{ city(code: "430200") { name } }');
    expect(answer).toEqual({ data: { city: { name: '株洲市' } } });
  });
});
