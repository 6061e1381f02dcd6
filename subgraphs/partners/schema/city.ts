import { AdminCodeScalar } from '@linju/kit';
import { Directive, Field, ObjectType } from 'type-graphql';

import { NeedItemConnection, PartnerConnection, PartnerSchemeConnection } from './connections.js';

/** Of the districts subgraph: its key and what partners adds. */
@ObjectType('City')
@Directive('@key(fields: "code")')
export class City {
  @Field(() => AdminCodeScalar)
  code: string;

  @Field(() => PartnerSchemeConnection, {
    nullable: true,
    description: '合伙人计划\nPartner schemes of the city and of its districts, by name.',
  })
  partnerSchemes?: object | null;

  @Field(() => PartnerConnection, {
    nullable: true,
    description: '社区合伙人\nPartners of the city, also those whose district is not stated.',
  })
  partners?: object | null;

  @Field(() => NeedItemConnection, {
    nullable: true,
    description: '需求清单\nNeeds of the communities of the city.',
  })
  needs?: object | null;
}
