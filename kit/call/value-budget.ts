import {
  defaultFieldResolver,
  GraphQLError,
  isIntrospectionType,
  isObjectType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';

import { Refusal, type Fault } from '../errors.js';

/**
 * The most values, fields and items of lists, that one operation may have of one subgraph. Lists
 * within lists multiply: every `streets { district { … } }` in a query multiplies by the streets of a
 * district, so that 261 bytes ask for a hundred million fields; and since filling them in leaves the
 * event loop no pause, no deadline can stop it. Measured, a field that waits for a loader costs some
 * 15 µs and 3 kB until the answer is there, so this is less than a second. A page of 100 with a page
 * of 100 in each row and three fields in each of those has 40,302; the largest trend of the dashboards,
 * 144 cells with 23 figures of seven fields, 26,640 if it all came from one subgraph.
 */
export const valuesMaxByDefault = 50_000;

/** How many values an operation may still have, and whether anybody waits for them. */
export class ValueBudget {
  /** Resolves when the operation is to give no more values. */
  readonly ended: Promise<void>;
  readonly #valuesMax: number;
  #reason: Refusal | Fault | null = null;
  #sayEnded: () => void = () => undefined;
  #left: number;

  constructor(valuesMax: number) {
    this.#valuesMax = valuesMax;
    this.#left = valuesMax;
    this.ended = new Promise((resolve) => {
      this.#sayEnded = resolve;
    });
  }

  /** Why there are no more values; null: there are. */
  get reason(): Refusal | Fault | null {
    return this.#reason;
  }

  /** @throws GraphQLError when there are not as many left */
  take(values: number): void {
    this.#left -= values;
    if (this.#left >= 0) return;
    this.end(tooManyValues(this.#valuesMax));
    throw noMoreValues;
  }

  /**
   * Lets through what a field resolved to. A list pays for its items before any of them is looked at:
   * thousands of lists may have come at once, and all are filled in before anybody hears of the end.
   * @throws GraphQLError when there are not as many values left
   */
  readonly pass = <Value>(value: Value): Value => {
    this.take(Array.isArray(value) ? value.length : 0);
    return value;
  };

  /** Gives no more values. The first reason counts. */
  end(reason: Refusal | Fault): void {
    this.#left = -1;
    this.#reason ??= reason;
    this.#sayEnded();
  }
}

// One for all, and with a path, so that graphql-js takes it as it is: an error of its own for each of
// the fields that are on their way at the end would cost more than the fields. Nobody sees it, since
// the operation is answered as a whole with the reason.
const noMoreValues = new GraphQLError('no more values', { path: [] });

const tooManyValues = (valuesMax: number): Refusal =>
  new Refusal('LIMIT_EXCEEDED', {
    message: `The answer has more than ${valuesMax} values, since lists within lists multiply. Ask for less at once, or split it.`,
  });

const budgets = new WeakMap<object, ValueBudget>();

/** The budget of the operation that a context was opened for; made when it is first asked for. */
export function budgetOf(context: object, valuesMax: number): ValueBudget {
  const known = budgets.get(context);
  if (known) return known;
  const budget = new ValueBudget(valuesMax);
  budgets.set(context, budget);
  return budget;
}

const counted = new WeakSet<GraphQLSchema>();

/**
 * Makes every field of a schema draw on the budget of the context it runs in, if that has one.
 * graphql-js has no hook for it, so the resolvers are wrapped, in place; doing it again does nothing.
 */
export function countValues(schema: GraphQLSchema): void {
  if (counted.has(schema)) return;
  counted.add(schema);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) countField(field);
  }
}

function countField(field: GraphQLField<unknown, unknown>): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, values, context, info) => {
    const budget = budgets.get(context as object);
    if (!budget) return resolve(source, values, context, info);
    budget.take(1);
    const value: unknown = resolve(source, values, context, info);
    return value instanceof Promise ? value.then(budget.pass) : budget.pass(value);
  };
}
