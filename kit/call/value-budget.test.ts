import { buildSchema, type GraphQLSchema } from 'graphql';
import { describe, expect, test } from 'vitest';

import { operationRunner } from './run-operation.js';
import { valuesMaxByDefault } from './value-budget.js';

interface Context {
  /** Fields that were resolved. */
  resolved: number;
}

const sdl = `
  type Query { tree(width: Int!): Node }
  type Mutation { plant: Node }
  type Node { name: String! children: [Node!]! }`;

// Children come later, as those of loaders do.
function schema(): GraphQLSchema {
  const built = buildSchema(sdl);
  const queries = built.getQueryType()?.getFields();
  const mutations = built.getMutationType()?.getFields();
  const tree = (width: number) => ({
    name: 'n',
    children: (_: unknown, context: Context) => {
      context.resolved += 1;
      return Promise.resolve(Array.from({ length: width }, () => tree(width)));
    },
  });
  if (queries?.['tree']) {
    queries['tree'].resolve = (_, { width }: { width: number }) => tree(width);
  }
  if (mutations?.['plant']) mutations['plant'].resolve = () => tree(10);
  return built;
}

const ask = (levels: number): string =>
  `${'children { '.repeat(levels)} name ${'}'.repeat(levels)}`;

function runner(valuesMax?: number, built = schema()) {
  const run = operationRunner({ schema: built }, valuesMax === undefined ? {} : { valuesMax });
  return (query: string, context: Context = { resolved: 0 }, signal?: AbortSignal) =>
    run({ query }, { context, onError: () => undefined, ...(signal ? { signal } : {}) });
}

const refused = (valuesMax: number, more = '') => ({
  errors: [
    {
      message: `The answer has more than ${valuesMax} values, since lists within lists multiply. Ask for less at once, or split it.${more}`,
      extensions: { code: 'LIMIT_EXCEEDED', refusal: true },
    },
  ],
});

describe('an operation has no more values of a subgraph than it may', () => {
  // The tree, its list, ten items and ten names.
  const tenNames = `{ tree(width: 10) { ${ask(1)} } }`;

  test('the last one is still given', async () => {
    const { data, errors } = await runner(22)(tenNames);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      tree: { children: Array.from({ length: 10 }, () => ({ name: 'n' })) },
    });
  });

  test('with one more the operation is refused as a whole', async () => {
    expect(await runner(21)(tenNames)).toEqual(refused(21));
  });

  test('what is refused is not worked on any further', async () => {
    const context: Context = { resolved: 0 };
    expect(await runner(1_000)(`{ tree(width: 7) { ${ask(6)} } }`, context)).toEqual(
      refused(1_000),
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(context.resolved).toBeLessThan(1_000);
  });

  test('all calls of an operation draw on one budget, another operation has its own', async () => {
    const [run, context] = [runner(30), { resolved: 0 }];
    expect((await run(tenNames, context)).errors).toBeUndefined();
    expect(await run(tenNames, context)).toEqual(refused(30));
    expect((await run(tenNames)).errors).toBeUndefined();
  });

  test('two runners on one schema count each value once', async () => {
    const built = schema();
    runner(22, built);
    expect((await runner(22, built)(tenNames)).errors).toBeUndefined();
  });

  test('a write that was cut says that what was written stays', async () => {
    expect(await runner(21)(`mutation { plant { ${ask(1)} } }`)).toEqual(
      refused(
        21,
        ' What was written stays: repeat it with the same idempotencyKey, and ask for less.',
      ),
    );
  });

  test('a page of 100 with a page of 100 in each row and three fields in those is given', async () => {
    const query = `{ tree(width: 100) { children { children { a: name b: name c: name } } } }`;
    expect((await runner()(query)).errors).toBeUndefined();
    expect(valuesMaxByDefault).toBe(50_000);
  });
});

describe('what nobody waits for any more', () => {
  test('a read ends at once, without resolving another field', async () => {
    const controller = new AbortController();
    const context: Context = { resolved: 0 };
    const query = `{ tree(width: 7) { ${ask(5)} } }`;
    const answer = runner()(query, context, controller.signal);
    controller.abort();
    expect(await answer).toEqual({
      errors: [{ message: 'DEADLINE_EXCEEDED', extensions: { code: 'DEADLINE_EXCEEDED' } }],
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(context.resolved).toBe(1);
  });

  test('a write ends as it would', async () => {
    const controller = new AbortController();
    const context: Context = { resolved: 0 };
    const answer = runner()(`mutation { plant { ${ask(1)} } }`, context, controller.signal);
    controller.abort();
    expect((await answer).errors).toBeUndefined();
  });
});
