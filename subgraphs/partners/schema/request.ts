import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** The request a need came from. Of another subgraph: the key only. */
// Described here until the subgraph that owns it is part of the graph.
@ObjectType('Request', {
  description:
    '居民诉求\nA request of a resident or an enterprise. Its own subgraph is not part of this release, so only its id is known.',
})
@Directive('@key(fields: "id", resolvable: false)')
export class Request {
  @Field(() => ID, { description: 'request_…' })
  id: string;
}
