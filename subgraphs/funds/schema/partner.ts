import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { TransferConnection } from './connections.js';

/** Of partners: the key, and what we add: what it gave. */
@ObjectType('Partner')
@Directive('@key(fields: "id")')
export class Partner {
  @Field(() => ID)
  id: string;

  @Field(() => TransferConnection, {
    nullable: true,
    description:
      '出资\nTransfers that came from the partner: from its own account, naming it as their source, or, for those who may know the donor, given by it. Oldest first.',
  })
  contributions?: object | null;
}
