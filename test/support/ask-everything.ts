import {
  getNamedType,
  getNullableType,
  GraphQLInt,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** The id to ask with for a type. */
export type IdOf = (type: string) => string;

/**
 * One question per field of Query, each down to `depthMax` with every leaf on the way, so that a new
 * field is asked without anybody writing it down. A connection and its edges count as no level.
 * Arguments are left out where they may be.
 * @returns by the name of the field, in the schema's order
 */
export function askEverything(
  schema: GraphQLSchema,
  idOf: IdOf,
  depthMax = 2,
): ReadonlyMap<string, string> {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  return new Map(
    fields.map((field) => [field.name, `{ ${asked(field, idOf, depthMax) ?? '__typename'} }`]),
  );
}

// Null: what lies below needs more depth than is left.
function asked(
  field: GraphQLField<unknown, unknown>,
  idOf: IdOf,
  depthLeft: number,
): string | null {
  const target = getNamedType(field.type);
  const argumentsGiven = field.args
    .filter(isRequiredArgument)
    .map((argument) => `${argument.name}: ${exampleOf(argument, target, idOf)}`);
  const head = `${field.name}${argumentsGiven.length > 0 ? `(${argumentsGiven.join(', ')})` : ''}`;
  if (isLeafType(target)) return head;
  if (depthLeft === 0) return null;
  const depthBelow = /(Connection|Edge)$/.test(target.name) ? depthLeft : depthLeft - 1;
  return `${head} { __typename ${selectionOf(target, idOf, depthBelow)} }`;
}

// Of an interface only what all of its types have; of a union only which type it is.
function selectionOf(type: GraphQLNamedType, idOf: IdOf, depthLeft: number): string {
  if (!isObjectType(type) && !isInterfaceType(type)) return '';
  return Object.values(type.getFields())
    .flatMap((field) => asked(field, idOf, depthLeft) ?? [])
    .join(' ');
}

function exampleOf({ name, type }: GraphQLArgument, target: GraphQLNamedType, idOf: IdOf): string {
  if (name === 'id') return JSON.stringify(idOf(target.name));
  if (name === 'code') return JSON.stringify(codes[target.name] ?? '430202');
  const known = examples[name];
  if (known) return known;
  const wanted = getNullableType(type);
  if (isListType(wanted)) return '[]';
  if (wanted === GraphQLInt) return '1';
  return isEnumType(wanted) ? (wanted.getValues()[0]?.name ?? 'null') : '"example"';
}

const codes: Readonly<Record<string, string>> = {
  Account: 'FUND:fund_seed_yeyachong:CASH',
  City: '430200',
  Street: '430202001',
};

const examples: Readonly<Record<string, string>> = {
  area: '"430202"',
  areas: '["430202"]',
  city: '"430200"',
  first: '2',
  from: '"2024-07-01T00:00:00+08:00"',
  to: '"2024-10-01T00:00:00+08:00"',
  asOf: '"2024-09-21T00:00:00+08:00"',
};
