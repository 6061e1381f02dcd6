import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

import { ValueError } from '../../values/value-error.js';

/** What tells one scalar that travels as text from another. */
export interface StringScalar<Value> {
  readonly name: string;
  /** 中文 on the first line, English on the second; for outside developers. */
  readonly description: string;
  readonly specifiedByURL?: string;
  /** Reads what a caller sent. @throws ValueError saying what was received and what to send instead */
  readonly parse: (text: unknown) => Value;
  /**
   * Writes what a resolver returned. A subgraph that completes an entity gets its key as the text another one
   * wrote, and returns it as it came: so texts are taken too, and checked like any other value.
   * @throws ValueError where the value is not one; that is a bug of ours, not of the caller
   */
  readonly serialize: (value: unknown) => string;
}

/**
 * Builds a scalar that is a string in JSON, both ways. A value written into the query is read just like one
 * that comes as a variable: only a string will do, never a number, an enum value or an object, and both get
 * the same message, under the code BAD_USER_INPUT.
 */
export function stringScalar<Value>(scalar: StringScalar<Value>): GraphQLScalarType<Value, string> {
  const { name, description, specifiedByURL = null, parse, serialize } = scalar;
  return new GraphQLScalarType<Value, string>({
    name,
    description,
    specifiedByURL,
    serialize,
    parseValue: (value) => readInput(() => parse(value)),
    parseLiteral: (node) => readInput(() => parse(valueOf(name, node)), node),
  });
}

// Not graphql's valueFromASTUntyped: it makes a string of an enum value, so that `code: abc` would pass.
function valueOf(name: string, node: ValueNode): unknown {
  switch (node.kind) {
    case Kind.STRING:
    case Kind.BOOLEAN:
      return node.value;
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    case Kind.LIST:
      return [];
    case Kind.ENUM:
      throw new ValueError(
        `${name} is a text and stands in quotes; received the bare word ${node.value}.`,
        node.value,
      );
    default:
      return {};
  }
}

function readInput<Value>(read: () => Value, node?: ValueNode): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    throw new GraphQLError(error.message, {
      ...(node && { nodes: node }),
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
}
