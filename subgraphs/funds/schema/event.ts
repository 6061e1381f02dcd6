import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { TransferConnection } from './connections.js';

@ObjectType('Event')
@Directive('@key(fields: "id")')
export class Event {
  @Field(() => ID)
  id: string;

  @Field(() => TransferConnection, {
    nullable: true,
    description:
      '资金支持\nTransfers that paid for the event, with the part each paid. Oldest first.',
  })
  funding?: object | null;
}
