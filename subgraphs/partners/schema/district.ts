import { AdminCodeScalar } from '@linju/kit';
import { Directive, Field, ObjectType } from 'type-graphql';

import { NeedItemConnection, PartnerConnection, PartnerSchemeConnection } from './connections.js';
import { PartnerTotals } from './partner-totals.js';

/** Of the districts subgraph: its key and what partners adds. */
@ObjectType('District')
@Directive('@key(fields: "code")')
export class District {
  @Field(() => AdminCodeScalar)
  code: string;

  @Field(() => PartnerSchemeConnection, {
    nullable: true,
    description:
      '合伙人计划\nPartner schemes of this district, by name. Those of its city stand at the city.',
  })
  partnerSchemes?: object | null;

  @Field(() => PartnerConnection, {
    nullable: true,
    description:
      '社区合伙人\nPartners whose records count for this district. partnerTotals.coverage says how much of what there is can be found here.',
  })
  partners?: object | null;

  @Field(() => NeedItemConnection, {
    nullable: true,
    description: '需求清单\nNeeds of the communities of this district.',
  })
  needs?: object | null;

  @Field(() => PartnerTotals, {
    nullable: true,
    description:
      '合伙人汇总\nTotals of partners, memberships, needs and distributions of this district.',
  })
  partnerTotals?: object | null;
}
