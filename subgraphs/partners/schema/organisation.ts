import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { Partner } from './partner.js';

/** Of the districts subgraph: its key and what partners adds. */
@ObjectType('Organisation')
@Directive('@key(fields: "id")')
export class Organisation {
  @Field(() => ID)
  id: string;

  @Field(() => Partner, {
    nullable: true,
    description:
      '对应合伙人\nThe partner that this organisation is; null: it is none. An organisation is one partner at most.',
  })
  partner?: Partner | null;
}
