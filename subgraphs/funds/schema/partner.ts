import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { TransferConnection } from './connections.js';
import { District } from './district.js';

/** Of partners: the key and the district, and what we add: what it gave. */
@ObjectType('Partner')
@Directive('@key(fields: "id")')
export class Partner {
  @Field(() => ID)
  id: string;

  @Field(() => District, { nullable: true })
  @Directive('@external')
  district?: District | null;

  @Field(() => TransferConnection, {
    nullable: true,
    description:
      '出资\nWhat the partner gave, as the books of its own district have it: posted and not taken back, from its account, naming it as the source, or, for those who may know the donor, given by it. Oldest first. Not yet given is what is still on its way in its account. Null where its district is not known.',
  })
  @Directive('@requires(fields: "district { code }")')
  contributions?: object | null;
}
