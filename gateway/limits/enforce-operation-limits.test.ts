import { getIntrospectionQuery, parse } from 'graphql';
import { describe, expect, test } from 'vitest';

import { enforceOperationLimits } from './enforce-operation-limits.js';
import { enforceVariableLimits } from './enforce-variable-limits.js';
import { measureOperations } from './measure-operation.js';
import { defaultOperationLimits } from './operation-limits.js';
import { countMax } from './over-limit.js';
import { parseOperation } from './parse-operation.js';

const enforce = (text: string) => () =>
  enforceOperationLimits(parseOperation(text, defaultOperationLimits), defaultOperationLimits);

const nested = (levels: number): string => '{a'.repeat(levels) + '}'.repeat(levels);
const many = (count: number, word: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => word(index)).join(' ');
const doubling = (levels: number): string =>
  `{ ...f0 } ${many(levels, (n) => `fragment f${n} on Q { a { ...f${n + 1} ...f${n + 1} } }`)} fragment f${levels} on Q { a }`;

test('a document is measured with its fragments written out, each looked at once', () => {
  const document = parse(`
    query A @x { one two: one @x ...F } 
    query B($v: Int @x) { deep { er { ...F @x ... @x { last } } } }
    fragment F on Q @x { three four: three { five } }`);
  expect(measureOperations(document)).toEqual([
    { depth: 2, selections: 5, aliases: 2, directives: 3, breadth: 4, introspections: 0 },
    { depth: 4, selections: 6, aliases: 1, directives: 4, breadth: 1, introspections: 0 },
  ]);
});

test('counts that double sixty times stop at a bound', () => {
  const [shape] = measureOperations(parse(doubling(60)));
  expect(shape).toMatchObject({ selections: countMax, depth: 61 });
});

describe('what people ask passes', () => {
  test.each([
    [
      'the introspection of GraphiQL',
      getIntrospectionQuery({
        inputValueDeprecation: true,
        schemaDescription: true,
        specifiedByUrl: true,
      }),
    ],
    [
      'a fund',
      `{ fund(id: "fund_seed_yeyachong") { name launchedOn founders { value qualifier unit }
        selfGeneration(asOf: "2024-09-21T00:00:00+08:00") { value numerator denominator qualifier reasonIfNull }
        community { name street { code name district { code name population { persons vintage } } } } } }`,
    ],
    [
      'a district',
      `{ district(code: "430202") { name city { code name } streets { code name }
        partners(first: 20) { nodes { displayName type memberships { state scheme { name } } } }
        funds(first: 5) { nodes { id name } } } }`,
    ],
    [
      'two years of a scorecard',
      `{ scorecards { nodes { ${many(40, (n) => `figure${n} { ...F }`)} } } }
        fragment F on Figure { value numerator denominator scale unit basis qualifier reasonIfNull parts { key value } }`,
    ],
    ['twenty levels', nested(20)],
  ])('%s', (_, text) => {
    expect(enforce(text)).not.toThrow();
  });
});

describe('what is too large is refused with the limit, its value and its own number', () => {
  test.each<[string, string, [limit: string, allowed: number, actual: number | null]]>([
    ['one level more', nested(21), ['depth', 20, 21]],
    ['sixty levels', nested(60), ['depth', 20, 60]],
    ['five hundred levels', nested(500), ['depth', 20, 500]],
    ['five thousand levels', nested(5_000), ['tokens', 2_000, null]],
    ['twenty thousand levels', nested(20_000), ['tokens', 2_000, null]],
    ['a hundred aliases', `{ ${many(100, (n) => `a${n}: a`)} }`, ['aliases', 60, 100]],
    [
      'a hundred aliases of __typename',
      `{ ${many(100, (n) => `a${n}: __typename`)} }`,
      ['aliases', 60, 100],
    ],
    ['ten thousand aliases', `{ ${many(10_000, (n) => `a${n}: a`)} }`, ['tokens', 2_000, null]],
    ['forty root fields', `{ ${many(40, (n) => `a${n}`)} }`, ['rootFields', 30, 40]],
    [
      'forty root fields in a fragment',
      `{ ...F } fragment F on Q { ${many(40, (n) => `a${n}`)} }`,
      ['rootFields', 30, 40],
    ],
    ['fifty directives', `{ a ${many(50, () => '@x')} }`, ['directives', 40, 50]],
    ['ten thousand directives', `{ a ${many(10_000, () => '@x')} }`, ['tokens', 2_000, null]],
    ['ten thousand equal fields', `{ ${many(10_000, () => 'a')} }`, ['tokens', 2_000, null]],
    ['doubling twelve times', doubling(12), ['selections', 2_000, 8_191]],
    [
      'a fragment with the name of a field',
      doubling(12).replaceAll('f12', '__schema'),
      ['selections', 2_000, 8_191],
    ],
    ['thirty operations', many(30, (n) => `query Q${n} { a }`), ['operations', 20, 30]],
    ['lists in lists', `{ a(b: ${'['.repeat(30)}${']'.repeat(30)}) }`, ['inputDepth', 16, 17]],
    [
      'objects in objects',
      `{ a(b: ${'{c:'.repeat(30)}1${'}'.repeat(30)}) }`,
      ['inputDepth', 16, 17],
    ],
    [
      'a deep default',
      `query ($v: X = ${'['.repeat(30)}${']'.repeat(30)}) { a }`,
      ['inputDepth', 16, 17],
    ],
  ])('%s', (_, text, [limit, allowed, actual]) => {
    const details = expect.objectContaining({ limit, allowed, actual });
    expect(enforce(text)).toThrow(expect.objectContaining({ code: 'LIMIT_EXCEEDED', details }));
  });

  test.each([
    ['itself', '{ ...A } fragment A on Q { a { ...A } }'],
    ['another that spreads it', '{ ...A } fragment A on Q { ...B } fragment B on Q { ...A }'],
    [
      'a ring of three',
      '{ ...A } fragment A on Q { ...B } fragment B on Q { ...C } fragment C on Q { ...A }',
    ],
  ])('a fragment that spreads %s', (_, text) => {
    expect(enforce(text)).toThrow(expect.objectContaining({ code: 'GRAPHQL_VALIDATION_FAILED' }));
  });
});

describe('variables', () => {
  const nest = (levels: number): unknown => {
    let value: unknown = 1;
    for (let level = 0; level < levels; level += 1) value = level % 2 ? [value] : { value };
    return value;
  };

  test('sixteen levels pass and seventeen do not', () => {
    const check = (levels: number) => () =>
      enforceVariableLimits({ value: nest(levels) }, defaultOperationLimits);
    expect(check(16)).not.toThrow();
    expect(check(17)).toThrow(expect.objectContaining({ code: 'LIMIT_EXCEEDED' }));
    expect(check(200_000)).toThrow(expect.objectContaining({ code: 'LIMIT_EXCEEDED' }));
  });

  test('a hundred thousand names pass', () => {
    const names = Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`v${n}`, n]));
    expect(() => enforceVariableLimits(names, defaultOperationLimits)).not.toThrow();
  });
});
