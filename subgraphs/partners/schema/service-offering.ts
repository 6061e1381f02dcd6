import { CodeScalar, FenScalar, InstantScalar, PartialDateScalar } from '@linju/kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { OfferingStatus } from '../rules/offering-status.js';
import { PriceTier } from '../rules/price-tier.js';
import { Community } from './community.js';
import { Facility } from './facility.js';
import { Organisation } from './organisation.js';
import { Partner } from './partner.js';
import { Provenance, Schedule, Transition } from './shared.js';

@ObjectType('ServiceAtPlace', {
  description: '服务点\nA service at a community or a facility, with its times.',
})
@Directive('@key(fields: "id")')
export class ServiceAtPlace {
  @Field(() => ID, { description: 'serviceatplace_…' })
  id: string;

  @Field(() => ServiceOffering, { nullable: true, description: 'The service.' })
  offering?: ServiceOffering | null;

  @Field(() => Community, { nullable: true, description: 'Null where a facility is named.' })
  community?: Community | null;

  @Field(() => Facility, { nullable: true, description: 'Null where a community is named.' })
  facility?: Facility | null;

  @Field(() => Schedule, { nullable: true, description: 'When; null: not stated.' })
  schedule?: object | null;

  @Field(() => PartialDateScalar, { nullable: true, description: 'First day; null: not stated.' })
  validFrom?: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'First day it no longer holds; null: still holds.',
  })
  validTo?: string | null;
}

@ObjectType('ServiceOffering', {
  description: '服务项目\nA service that a partner offers.',
})
@Directive('@key(fields: "id")')
export class ServiceOffering {
  @Field(() => ID, { description: 'serviceoffering_…' })
  id: string;

  @Field(() => Partner, { nullable: true, description: 'Who offers it.' })
  partner?: Partner | null;

  @Field(() => String, { description: 'What it is called.' })
  name: string;

  @Field(() => CodeScalar, { description: 'A code of the list ServiceKind, such as HAIRCUT.' })
  serviceKind: string;

  @Field(() => PriceTier, { description: 'Free, below the market, or at the market.' })
  priceTier: PriceTier;

  @Field(() => FenScalar, { nullable: true, description: 'Fen; null: free, or not stated.' })
  priceFen?: bigint | null;

  @Field(() => String, { nullable: true, description: 'What the price is for, such as 把 or 次.' })
  priceUnit?: string | null;

  @Field(() => String, { nullable: true, description: 'Who may have it, in words; null: anybody.' })
  eligibility?: string | null;

  @Field(() => String, { nullable: true, description: 'What to bring, in words; null: nothing.' })
  requiredDocuments?: string | null;

  @Field(() => OfferingStatus, { description: 'Whether it can be had now.' })
  status: OfferingStatus;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When somebody last checked it; null: never.',
  })
  lastVerifiedAt?: Date | null;

  @Field(() => Organisation, { nullable: true, description: 'Who checked it.' })
  verifiedBy?: Organisation | null;

  @Field(() => [ServiceAtPlace], { nullable: true, description: 'Where and when it can be had.' })
  places?: ServiceAtPlace[] | null;

  @Field(() => [Transition], { nullable: true, description: 'Its past, oldest first.' })
  transitions?: object[] | null;

  @Field(() => Provenance, { nullable: true, description: 'Where the record comes from.' })
  provenance?: object | null;
}
