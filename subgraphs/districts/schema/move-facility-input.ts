import { InstantScalar } from '@linju/kit';
import { Field, ID, InputType } from 'type-graphql';

import { FacilityStatus } from '../rules/facility-status.js';
import { WriteInput } from './write-input.js';

@InputType('MoveFacilityInput', { description: '变更设施状态\nOne move of a facility’s status.' })
export class MoveFacilityInput extends WriteInput {
  @Field(() => ID, { description: 'facility_…' })
  facilityId: string;

  @Field(() => FacilityStatus, { description: 'The status it moves to.' })
  to: FacilityStatus;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When it was so; null: now. Never in the future, nor before the move before it.',
  })
  effectiveAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'Why; up to 200 characters, public.' })
  reason?: string | null;

  @Field(() => String, { nullable: true, description: 'Internal note, up to 1,000 characters.' })
  note?: string | null;
}
