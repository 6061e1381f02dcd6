import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { TransferConnection } from './connections.js';

/** Of partners: the key, and what we add: what paid for it. */
@ObjectType('NeedMatch')
@Directive('@key(fields: "id")')
export class NeedMatch {
  @Field(() => ID)
  id: string;

  @Field(() => TransferConnection, {
    nullable: true,
    description: '资金支持\nTransfers that paid for the match. Oldest first.',
  })
  funding?: object | null;
}
