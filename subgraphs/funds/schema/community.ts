import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { FundConnection } from './connections.js';

/** Of districts: the key, and what we add: its funds. */
@ObjectType('Community')
@Directive('@key(fields: "id")')
export class Community {
  @Field(() => ID)
  id: string;

  @Field(() => FundConnection, {
    nullable: true,
    description: '社区基金\nThe community funds of the community, by name.',
  })
  funds?: object | null;
}
