import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { anonymous, callSigner, officerOf, signedCallHeader, systemClock } from '@linju/kit';
import { buildSchema } from 'graphql';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

import { derivedKey } from '../../cli/wire/secret.js';
import { blueprints } from '../../cli/wire/subgraphs.js';
import { readSupergraph } from '../../cli/wire/supergraph.js';
import { askEverything } from '../support/ask-everything.js';
import { askOverHttp, askReady, testRequestId, type HttpAnswer } from '../support/ask-over-http.js';
import { checkout } from '../support/linju-command.js';
import { startGraph, type TestGraph } from '../support/start-graph.js';
import { rootFieldsOf } from './root-fields-of.js';
import { sharedSecret, startManyProcesses, type ManyProcesses } from './start-many-processes.js';

const names = blueprints.map(({ name }) => name);
const apiSchema = buildSchema(readFileSync(join(checkout, 'schema', 'api.graphql'), 'utf8'));
const rootFields = apiSchema.getQueryType()?.getFields() ?? {};

// An id to ask with where a type has no records.
const nobody = 'community_seed_nobody';
let graph: TestGraph;
let oneProcess: string;
let many: ManyProcesses;
let everyQuestion: ReadonlyMap<string, string>;

beforeAll(async () => {
  graph = await startGraph();
  oneProcess = await graph.gateway.listen({ host: '127.0.0.1', port: 0 });
  many = await startManyProcesses(graph.testDatabase);
  const ids = await someIds(graph.testDatabase.adminUrl);
  everyQuestion = askEverything(apiSchema, (type) => ids.get(type) ?? nobody);
});
afterAll(async () => {
  await many?.[Symbol.asyncDispose]();
  await graph?.[Symbol.asyncDispose]();
});

const code = '{ code name }';
const questions: readonly [name: string, query: string, variables?: Record<string, unknown>][] = [
  ['a record and what lies below it', `{ district(code: "430202") { name city ${code} } }`],
  ['lists of lists', `{ cities { code districts { code validTo streets ${code} } } }`],
  [
    'an interface of several types',
    `{ a: area(code: "430200") { __typename code } b: area(code: "430202001") { __typename code } }`,
  ],
  [
    'a page',
    `{ organisations(first: 3) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id } } } }`,
  ],
  [
    'fragments, aliases and directives',
    `query ($no: Boolean!) { a: district(code: "430202") { ...D } b: district(code: "430203") { ...D } }
     fragment D on District { name city @skip(if: $no) { name } }`,
    { no: true },
  ],
  ['a code that nobody has', `{ district(code: "430299") { name } city(code: "430200") ${code} }`],
  ['a code that is none', '{ district(code: "x") { name } }'],
  ['a page that is too large', '{ organisations(first: 101) { nodes { id } } }'],
  ['a foreign cursor', '{ sources(first: 1, after: "bm90IG91cnM") { nodes { id } } }'],
  [
    'a variable of the wrong type',
    'query ($c: AdminCode!) { district(code: $c) { name } }',
    { c: 7 },
  ],
  ['a field that is not there', '{ district(code: "430202") { mayor } }'],
  ['what is no GraphQL', '{ district('],
  [
    'a write that is not open to the caller',
    `mutation { registerFacility(input: { idempotencyKey: "k", name: "n", kind: "GYM",
       districtCode: "430202", status: OPEN }) { facility { id } userErrors { field message code } } }`,
  ],
];

describe('many processes give the answer that one gives', () => {
  test.each(questions)('to %s', async (_, query, variables = {}) => {
    const one = await askOverHttp(oneProcess, query, variables);
    expect(await askOverHttp(many.gateway.address, query, variables)).toEqual(one);
    expect(codesIn(one)).not.toContain('INTERNAL');
  });

  test('to every field of Query, two levels down', async () => {
    const withoutData: string[] = [];
    for (const [field, query] of everyQuestion) {
      const one = await askOverHttp(oneProcess, query);
      const other = await askOverHttp(many.gateway.address, query);
      expect({ field, answer: other }).toEqual({ field, answer: one });
      if (!one.body.data?.[field]) withoutData.push(`${field}: ${JSON.stringify(one.body.errors)}`);
    }
    // A field that answers nothing would compare nothing; only a type without records may.
    expect(withoutData.filter((each) => !each.includes(nobody))).toEqual([]);
  });
});

describe.each(names)('the process of %s answers nobody but its gateway', (name) => {
  const sdl = JSON.stringify({ query: '{ _service { sdl } }' });
  const key = derivedKey(sharedSecret, 'calls');

  const call = (body: string, header: string | null): Promise<Response> =>
    fetch(`${many.subgraphs.get(name)?.address}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(header === null ? {} : { [signedCallHeader]: header }),
      },
      body,
    });
  const signed = (secret: string, operation = sdl, subgraph = name): string =>
    callSigner(secret, systemClock)({ subgraph, viewer: anonymous, requestId: 'r', operation });

  test('a signed call is answered, once', async () => {
    const header = signed(key);
    expect(await (await call(sdl, header)).json()).toMatchObject({
      data: { _service: { sdl: expect.stringContaining('@key') } },
    });
    expect((await call(sdl, header)).status).toBe(401);
  });

  test.each([
    ['unsigned', () => null],
    ['signed with another secret', () => signed('another secret, just as long as the right one')],
    ['signed with the secret itself instead of its key', () => signed(sharedSecret)],
    ['signed for another operation', () => signed(key, '{}')],
    ['signed for another subgraph', () => signed(key, sdl, 'elsewhere')],
    ['with a viewer put in afterwards', () => withViewer(signed(key))],
  ])('a call %s is refused', async (_, header) => {
    const answer = await call(sdl, header());
    expect({ status: answer.status, body: await answer.json() }).toEqual({
      status: 401,
      body: {
        errors: [
          {
            message: expect.stringContaining('signed by its gateway'),
            extensions: { code: 'UNSIGNED_CALL' },
          },
        ],
      },
    });
  });

  test('its changes are not open either', async () => {
    const answer = await fetch(`${many.subgraphs.get(name)?.address}/changes`);
    expect(answer.status).toBe(401);
  });
});

describe.each(names)('while %s is down', (name) => {
  let question: Awaited<ReturnType<typeof oneQuestionPerSubgraph>>;
  let whole: HttpAnswer;
  beforeAll(async () => {
    question = await oneQuestionPerSubgraph();
    whole = await askOverHttp(many.gateway.address, question.query);
    expect(await many.subgraphs.get(name)?.stop()).toEqual({ exitCode: 0, signal: null });
  });

  test('readiness says which it is, its part is null and said to be missing, the rest is right', async () => {
    expect(whole).toMatchObject({ status: 200, body: { data: expect.any(Object) } });
    expect(whole.body.errors).toBeUndefined();
    expect(await askReady(many.gateway.address)).toEqual({
      status: 503,
      body: {
        status: 'NOT_READY',
        phase: 'SERVING',
        subgraphs: [...names].sort().map((each) => ({
          name: each,
          state: each === name ? 'UNAVAILABLE' : 'READY',
        })),
      },
    });
    const lost = question.owners.get(name) ?? '';
    const { status, body } = await askOverHttp(many.gateway.address, question.query);
    expect(status).toBe(200);
    expect(body.data).toEqual({ ...whole.body.data, [lost]: null });
    const extensions = { code: 'SUBGRAPH_UNAVAILABLE', requestId: testRequestId };
    expect(body.errors).toEqual([{ message: expect.any(String), path: [lost], extensions }]);
    expect(body.extensions.completeness).toEqual([
      { subgraph: name, state: 'MISSING', reason: 'SOURCE_MISSING', paths: [lost] },
    ]);
  });

  test('started again where it was, it is found again without the gateway being told', async () => {
    await many.startAgain(name);
    await vi.waitFor(async () => expect((await askReady(many.gateway.address)).status).toBe(200), {
      timeout: 20_000,
    });
    expect(await askOverHttp(many.gateway.address, question.query)).toEqual(whole);
  });
});

/** One operation with one field of each subgraph, and which field is whose. */
async function oneQuestionPerSubgraph() {
  const supergraphSdl = await readSupergraph();
  const shallow = askEverything(apiSchema, () => nobody, 1);
  const owners = new Map(
    names.map((name) => {
      const fields = rootFieldsOf(name, supergraphSdl);
      return [name, fields.find((field) => isAnsweredAlways(field)) ?? fields[0] ?? ''];
    }),
  );
  const parts = [...owners.values()].map((field) => shallow.get(field)?.slice(1, -1) ?? '');
  return { query: `{ ${parts.join(' ')} }`, owners };
}

// A list has an answer without any id or code being known.
const isAnsweredAlways = (field: string): boolean =>
  (rootFields[field]?.args ?? []).some(({ name }) => name === 'first');

const codesIn = ({ body }: HttpAnswer): readonly string[] =>
  (body.errors ?? []).map((error: { extensions: { code: string } }) => error.extensions.code);

/** The same claims with an officer in place of nobody, and the signature as it was. */
function withViewer(header: string): string {
  const [version, claims = '', signature] = header.split('.');
  const changed = {
    ...JSON.parse(Buffer.from(claims, 'base64url').toString()),
    viewer: officerOf('430202'),
  };
  return [version, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
}

/** An id for each type that has records. */
async function someIds(adminUrl: string): Promise<ReadonlyMap<string, string>> {
  const sql = postgres(adminUrl, { max: 1 });
  const rows = await Promise.all(names.map((name) => firstOfEach(sql, name)));
  await sql.end();
  return new Map(rows.flat().map((row) => [String(row['type']), String(row['id'])]));
}

const firstOfEach = (sql: Sql, schema: string) => sql`
  select entity_type as type, min(entity_id) as id from ${sql(schema)}.outbox group by 1`;
