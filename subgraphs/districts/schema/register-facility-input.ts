import { AdminCodeScalar, CodeScalar, FenScalar, InstantScalar, WriteInput } from '@linju/kit';
import { Field, ID, InputType, Int } from 'type-graphql';

import { FacilityStatus } from '../rules/facility-status.js';
import { FeePeriod } from '../rules/fee-period.js';

@InputType('RegisterFacilityInput', { description: '登记设施\nA new facility of your district.' })
export class RegisterFacilityInput extends WriteInput {
  @Field(() => String, { description: 'Its name, 1 to 200 characters.' })
  name: string;

  @Field(() => CodeScalar, { description: 'A code of the list FacilityKind.' })
  kind: string;

  @Field(() => AdminCodeScalar, { description: 'The district it lies in.' })
  districtCode: string;

  @Field(() => AdminCodeScalar, { nullable: true, description: 'Null: not known.' })
  streetCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'Null: not known.' })
  communityId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The organisation that runs it.' })
  operatorId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The organisation that owns it.' })
  ownerId?: string | null;

  @Field(() => Int, { nullable: true, description: 'Floor area, m², above 0.' })
  areaM2?: number | null;

  @Field(() => Int, { nullable: true, description: 'Seats, above 0.' })
  seats?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Floors and rooms in words, up to 1,000 characters.',
  })
  rooms?: string | null;

  @Field(() => FenScalar, {
    nullable: true,
    description: 'What a visitor pays, fen; with feePeriod.',
  })
  feeFen?: bigint | null;

  @Field(() => FeePeriod, { nullable: true, description: 'What the fee is paid for; with feeFen.' })
  feePeriod?: FeePeriod | null;

  @Field(() => ID, { nullable: true, description: 'The facility that leads its network.' })
  networkId?: string | null;

  @Field(() => FacilityStatus, { description: 'PLANNED or OPEN.' })
  status: FacilityStatus;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Since when it has this status; null: now. Never in the future.',
  })
  effectiveAt?: Date | null;
}
