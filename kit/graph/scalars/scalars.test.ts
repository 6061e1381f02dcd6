import fc from 'fast-check';
import {
  graphqlSync,
  GraphQLError,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  type GraphQLScalarType,
} from 'graphql';
import { describe, expect, it, test } from 'vitest';

import { ValueError } from '../../values/value-error.js';
import * as door from './index.js';

const { AdminCodeScalar, CodeScalar, FenScalar, InstantScalar, PartialDateScalar } = door;
const runs = { seed: 20240920, numRuns: 500 };
const scalars = [AdminCodeScalar, CodeScalar, FenScalar, InstantScalar, PartialDateScalar];

// A schema whose one field gives back what it was sent, and keeps what reached the resolver.
function echoOf(scalar: GraphQLScalarType) {
  const reached: unknown[] = [];
  const echo = {
    type: scalar,
    args: { value: { type: new GraphQLNonNull(scalar) } },
    resolve: (_: unknown, { value }: { value: unknown }) => (reached.push(value), value),
  };
  const schema = new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: { echo } }),
  });
  return {
    reached,
    byLiteral: (literal: string) => graphqlSync({ schema, source: `{ echo(value: ${literal}) }` }),
    byVariable: (value: unknown) =>
      graphqlSync({
        schema,
        source: `query ($value: ${scalar.name}!) { echo(value: $value) }`,
        variableValues: { value },
      }),
  };
}

// What the scalar itself says; for a variable graphql puts its own words before it.
function refusalOf({ data, errors }: ReturnType<typeof graphqlSync>) {
  const [error] = errors ?? [];
  return {
    data: data ?? null,
    count: errors?.length ?? 0,
    code: error?.extensions['code'],
    message: error?.message.replace(/^Variable "\$value" got invalid value .*?; /s, ''),
    isLocated: error?.locations !== undefined,
  };
}

describe('a value is read alike from the query and from a variable', () => {
  test.each([
    [AdminCodeScalar, '430202', '430202', '430202'],
    [AdminCodeScalar, '430202001', '430202001', '430202001'],
    [CodeScalar, 'FIRE_LANE_BLOCKED', 'FIRE_LANE_BLOCKED', 'FIRE_LANE_BLOCKED'],
    [CodeScalar, 'a', 'a', 'a'],
    [CodeScalar, 'x'.repeat(64), 'x'.repeat(64), 'x'.repeat(64)],
    [FenScalar, '0', 0n, '0'],
    [FenScalar, '9007199254740993', 9_007_199_254_740_993n, '9007199254740993'],
    [FenScalar, '9223372036854775807', 2n ** 63n - 1n, '9223372036854775807'],
    [PartialDateScalar, '2024-07', '2024-07', '2024-07'],
    [
      InstantScalar,
      '2024-09-20T16:00:00Z',
      new Date('2024-09-20T16:00:00Z'),
      '2024-09-21T00:00:00+08:00',
    ],
  ] as const)('%s %s', (scalar, sent, inside, answered) => {
    const echo = echoOf(scalar);
    const answer = { data: { echo: answered } };
    expect(echo.byLiteral(JSON.stringify(sent))).toEqual(answer);
    expect(echo.byLiteral(`"""${sent}"""`)).toEqual(answer);
    expect(echo.byVariable(sent)).toEqual(answer);
    expect(echo.reached).toEqual([inside, inside, inside]);
  });
});

describe('a value is refused alike in the query and in a variable, saying what to send', () => {
  test.each([
    [AdminCodeScalar, '"430000"', '430000', 'received the text "430000"'],
    [AdminCodeScalar, '430202', 430_202, 'received the number 430202'],
    [AdminCodeScalar, '"４３０２０２"', '４３０２０２', 'received the text "４３０２０２"'],
    [CodeScalar, '""', '', '1 to 64 letters, digits and underscores'],
    [CodeScalar, `"${'x'.repeat(65)}"`, 'x'.repeat(65), 'received the text "xxxx'],
    [CodeScalar, '"a-b"', 'a-b', 'received the text "a-b"'],
    [CodeScalar, '"a\\u0000"', 'a\0', String.raw`received the text "a\u0000"`],
    [FenScalar, '5', 5, 'received the number 5'],
    [FenScalar, '0', 0, 'received the number 0'],
    [FenScalar, '0.30000000000000004', 0.1 + 0.2, 'received the number 0.30000000000000004'],
    [FenScalar, '1e21', 1e21, 'received the number 1e+21'],
    [FenScalar, '-5', -5, 'received the number -5'],
    [FenScalar, '"-5"', '-5', 'received the text "-5"'],
    [FenScalar, '"-0"', '-0', 'received the text "-0"'],
    [FenScalar, '"NaN"', 'NaN', 'received the text "NaN"'],
    [FenScalar, '"１２３"', '１２３', 'received the text "１２３"'],
    [FenScalar, '"10000000000000000000"', '10000000000000000000', 'from 0 to 2^63 - 1'],
    [FenScalar, 'true', true, 'received the boolean true'],
    [FenScalar, '["5"]', ['5'], 'received a list'],
    [FenScalar, '{ fen: "5" }', { fen: '5' }, 'received a value of type object'],
    [InstantScalar, '"2024-09-21T00:00:00"', '2024-09-21T00:00:00', 'by RFC 3339'],
    [InstantScalar, '1726848000000', 1_726_848_000_000, 'received the number 1726848000000'],
    [PartialDateScalar, '2024', 2024, 'received the number 2024'],
    [PartialDateScalar, '"2024-02-30"', '2024-02-30', 'YYYY, YYYY-MM or YYYY-MM-DD'],
  ] as const)('%s %s', (scalar, literal, variable, words) => {
    const echo = echoOf(scalar);
    const refusal = refusalOf(echo.byLiteral(literal));
    expect(refusal).toEqual(refusalOf(echo.byVariable(variable)));
    expect(refusal).toMatchObject({
      data: null,
      count: 1,
      code: 'BAD_USER_INPUT',
      isLocated: true,
    });
    expect(refusal.message).toContain(words);
    expect(echo.reached).toEqual([]);
  });

  test.each(scalars)('%s does not take a word without quotes', (scalar) => {
    expect(refusalOf(echoOf(scalar).byLiteral('abc'))).toEqual({
      data: null,
      count: 1,
      code: 'BAD_USER_INPUT',
      message: `${scalar.name} is a text and stands in quotes; received the bare word abc.`,
      isLocated: true,
    });
  });
});

describe('what a resolver returns', () => {
  test.each([
    [FenScalar, -(2n ** 63n), '-9223372036854775808'],
    [FenScalar, '-5', '-5'],
    [InstantScalar, new Date('2024-09-20T16:00:00.5Z'), '2024-09-21T00:00:00.500+08:00'],
    [InstantScalar, '2024-09-20T16:00:00Z', '2024-09-21T00:00:00+08:00'],
    [AdminCodeScalar, '430202', '430202'],
    [PartialDateScalar, '2024', '2024'],
    [CodeScalar, 'MARKET', 'MARKET'],
  ] as const)('%s %s is written', (scalar, value, text) => {
    expect(scalar.serialize(value)).toBe(text);
  });

  test.each([
    [FenScalar, 5],
    [FenScalar, 1.5],
    [FenScalar, 2n ** 63n],
    [FenScalar, '1.5'],
    [InstantScalar, new Date(Number.NaN)],
    [InstantScalar, '2024-09-20 16:00:00+00'],
    [AdminCodeScalar, 430_202],
    [PartialDateScalar, new Date(0)],
    [CodeScalar, 'a b'],
  ] as const)('%s %s is a bug of ours, not of the caller', (scalar, value) => {
    expect(() => scalar.serialize(value)).toThrow(ValueError);
    expect(() => scalar.serialize(value)).not.toThrow(GraphQLError);
  });
});

it('every amount goes through the graph unchanged, or not at all', () => {
  const echo = echoOf(FenScalar);
  const sent = fc.oneof(
    { weight: 3, arbitrary: fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }).map(String) },
    fc.bigInt({ min: -(2n ** 64n), max: 2n ** 64n }).map(String),
    fc.double().map(String),
    fc.double(),
    fc.stringMatching(/^[-+0]?[0-9０-９.e]{1,20}$/),
  );
  fc.assert(
    fc.property(sent, (value) => {
      const { data, errors } = echo.byVariable(value);
      if (errors) expect(errors[0]!.extensions).toEqual({ code: 'BAD_USER_INPUT' });
      else expect(data).toEqual({ echo: value });
    }),
    runs,
  );
  expect(echo.reached.length).toBeGreaterThan(100);
});

describe.each(scalars)('%s', (scalar) => {
  it('is described in 中文 on the first line and in English on the second', () => {
    const [zh, en, ...rest] = scalar.description!.split('\n');
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).not.toMatch(/\p{Script=Han}/u);
    expect(rest).toEqual([]);
  });

  it('bears its name in the graph on its export', () => {
    expect((door as Record<string, unknown>)[`${scalar.name}Scalar`]).toBe(scalar);
  });
});
