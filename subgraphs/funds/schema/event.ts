import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { TransferConnection } from './connections.js';

// Described here until the subgraph that owns it is part of the graph.
@ObjectType('Event', {
  description:
    '活动\nOne occurrence of a neighbourhood event. Its own subgraph is not part of this release, so only its id is known.',
})
@Directive('@key(fields: "id")')
export class Event {
  @Field(() => ID, { description: 'event_…' })
  id: string;

  @Field(() => TransferConnection, {
    nullable: true,
    description:
      '资金支持\nTransfers that paid for the event, with the part each paid. Oldest first.',
  })
  funding?: object | null;
}
