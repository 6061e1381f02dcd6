import 'reflect-metadata';
import { Field, Int, ObjectType, type ClassType } from 'type-graphql';

import type { Page } from '../data/page.js';

/** What a resolver answers for a connection; the classes below say what clients see of it. */
export interface ConnectionValue<Node> {
  readonly nodes: readonly Node[];
  readonly edges: readonly { readonly node: Node; readonly cursor: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: () => Promise<number>;
}

/**
 * Makes the Relay connection of a node type: `<Name>Connection` and `<Name>Edge`.
 * @param pageInfo the subgraph's own PageInfo class, from `sharedTypes`
 */
export function connectionTypes<Node extends object>(
  name: string,
  node: () => ClassType<Node>,
  pageInfo: () => ClassType,
): ClassType<ConnectionValue<Node>> {
  @ObjectType(`${name}Edge`, { description: `列表中的一项\nOne place in a list of ${name}.` })
  class Edge {
    @Field(() => node(), { description: `The ${name} itself.` })
    node: Node;

    @Field(() => String, { description: 'Where this item stands; opaque. Pass it as `after`.' })
    cursor: string;
  }

  @ObjectType(`${name}Connection`, {
    description: `分页列表\nOne page of a list of ${name}, in a stable order.`,
  })
  class Connection {
    @Field(() => [node()], { description: 'The items of this page.' })
    nodes: Node[];

    @Field(() => [Edge], { description: 'The same items, each with its cursor.' })
    edges: Edge[];

    @Field(() => pageInfo(), { description: 'Whether there is more, and where to go on.' })
    pageInfo: object;

    @Field(() => Int, {
      nullable: true,
      description: 'How many items the whole list has; counted only when asked for.',
    })
    totalCount: () => Promise<number>;
  }
  return Connection as unknown as ClassType<ConnectionValue<Node>>;
}

/** From a page of rows to what clients see; a row is what the node's resolvers take as their root. */
export function connectionOf<Row>(page: Page<Row>): ConnectionValue<Row> {
  return {
    nodes: page.rows,
    edges: page.rows.map((node, index) => ({ node, cursor: page.cursors[index] ?? '' })),
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: page.cursors[0] ?? null,
      endCursor: page.cursors.at(-1) ?? null,
    },
    totalCount: page.countTotal,
  };
}
