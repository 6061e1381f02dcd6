import {
  AdminCodeScalar,
  CodeScalar,
  FenScalar,
  MoveInput,
  PartialDateScalar,
  WriteInput,
} from '@linju/kit';
import { Field, ID, InputType } from 'type-graphql';

import { OfferingStatus } from '../rules/offering-status.js';
import { PriceTier } from '../rules/price-tier.js';
import { ScheduleInput } from './schedule-input.js';

@InputType('AddServiceOfferingInput', {
  description: '添加服务项目\nA service that a partner of your district offers.',
})
export class AddServiceOfferingInput extends WriteInput {
  @Field(() => ID, { description: 'partner_…' })
  partnerId: string;

  @Field(() => String, { description: 'What it is called, 1 to 200 characters.' })
  name: string;

  @Field(() => CodeScalar, { description: 'A code of the list ServiceKind.' })
  serviceKind: string;

  @Field(() => PriceTier, { description: 'Free, below the market, or at the market.' })
  priceTier: PriceTier;

  @Field(() => FenScalar, { nullable: true, description: 'Fen, above 0, with priceUnit.' })
  priceFen?: bigint | null;

  @Field(() => String, { nullable: true, description: 'What the price is for, with priceFen.' })
  priceUnit?: string | null;

  @Field(() => String, { nullable: true, description: 'Who may have it, up to 500 characters.' })
  eligibility?: string | null;

  @Field(() => String, { nullable: true, description: 'What to bring, up to 500 characters.' })
  requiredDocuments?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The organisation that has checked it; null: nobody has.',
  })
  verifiedById?: string | null;
}

@InputType('MoveServiceOfferingInput', {
  description: '变更服务项目状态\nOne move of a service.',
})
export class MoveServiceOfferingInput extends MoveInput {
  @Field(() => ID, { description: 'serviceoffering_…' })
  offeringId: string;

  @Field(() => OfferingStatus, { description: 'The condition it moves to.' })
  to: OfferingStatus;
}

@InputType('PlaceServiceInput', {
  description: '设置服务点\nOffers a service at a community or at a facility, one of the two.',
})
export class PlaceServiceInput extends WriteInput {
  @Field(() => ID, { description: 'serviceoffering_…' })
  offeringId: string;

  @Field(() => AdminCodeScalar, { description: 'The district of the place.' })
  districtCode: string;

  @Field(() => ID, { nullable: true, description: 'community_…' })
  communityId?: string | null;

  @Field(() => ID, { nullable: true, description: 'facility_…' })
  facilityId?: string | null;

  @Field(() => ScheduleInput, { nullable: true, description: 'When it can be had there.' })
  schedule?: ScheduleInput | null;

  @Field(() => PartialDateScalar, { nullable: true, description: 'First day, YYYY-MM-DD.' })
  validFrom?: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'First day it no longer holds, YYYY-MM-DD.',
  })
  validTo?: string | null;
}
