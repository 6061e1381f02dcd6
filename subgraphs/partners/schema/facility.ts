import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { PartnerConnection } from './connections.js';

/** Of the districts subgraph: its key and what partners adds. */
@ObjectType('Facility')
@Directive('@key(fields: "id")')
export class Facility {
  @Field(() => ID)
  id: string;

  @Field(() => PartnerConnection, {
    nullable: true,
    description: '入驻合伙人\nPartners that have their premises here.',
  })
  hostedPartners?: object | null;
}
