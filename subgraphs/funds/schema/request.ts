import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { TransferConnection } from './connections.js';

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
