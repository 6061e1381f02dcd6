import {
  buildSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
} from 'graphql';

import type { Breach, Graph } from './law.js';

/** A field that answers a connection asks how many: `first: Int!`, without a default. */
export const connectionsAskForFirst = ({ supergraph }: Graph): readonly Breach[] =>
  Object.values(buildSchema(supergraph.apiSdl).getTypeMap())
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => answersConnection(field) && !field.args.some(isRequiredFirst))
        .map((field) => breach(`${type.name}.${field.name}`)),
    );

const answersConnection = ({ type }: GraphQLField<unknown, unknown>): boolean =>
  getNamedType(type).name.endsWith('Connection');

const isRequiredFirst = ({ name, type, defaultValue }: GraphQLArgument): boolean =>
  name === 'first' && String(type) === 'Int!' && defaultValue === undefined;

const breach = (coordinate: string): Breach => ({
  law: 'connections-ask-for-first',
  coordinate,
  subgraph: null,
  message:
    `${coordinate} answers a connection but does not require \`first: Int!\`. A list that grows must ` +
    'never be asked for without a bound; give the field the paging arguments of the kit.',
});
