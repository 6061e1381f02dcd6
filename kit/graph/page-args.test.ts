import { graphql, printSchema } from 'graphql';
import { Args, Query, Resolver, buildSchemaSync } from 'type-graphql';
import { expect, test } from 'vitest';

import { PageArgs } from './page-args.js';

@Resolver()
class Echo {
  @Query(() => String)
  asked(@Args(() => PageArgs) { first, after = null }: PageArgs) {
    return JSON.stringify({ first, after });
  }
}

const schema = buildSchemaSync({ resolvers: [Echo], validate: false });
const ask = (source: string) => graphql({ schema, source });

test('every list asks for its size, and takes a cursor', async () => {
  expect(printSchema(schema)).toMatch(/first: Int!/);
  for (const [after, asked] of [
    ['"x"', '{"first":5,"after":"x"}'],
    ['null', '{"first":5,"after":null}'],
  ]) {
    expect(await ask(`{ asked(first: 5, after: ${after}) }`)).toEqual({ data: { asked } });
  }
});

test.each([
  '',
  '(after: "x")',
  '(first: null)',
  '(first: "5")',
  '(first: 1.5)',
  '(first: 2147483648)',
])('a list without a size that is a whole number is refused: %s', async (argument) => {
  expect((await ask(`{ asked${argument} }`)).errors).toHaveLength(1);
});
