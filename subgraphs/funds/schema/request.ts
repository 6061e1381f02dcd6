import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { TransferConnection } from './connections.js';

/** Of requests: the key, and what we add: what paid for it. */
@ObjectType('Request')
@Directive('@key(fields: "id")')
export class Request {
  @Field(() => ID)
  id: string;

  @Field(() => TransferConnection, {
    nullable: true,
    description: '资金支持\nTransfers that paid for what was asked. Oldest first.',
  })
  fundTransfers?: object | null;
}
