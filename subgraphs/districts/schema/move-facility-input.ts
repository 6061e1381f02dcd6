import { MoveInput } from '@linju/kit';
import { Field, ID, InputType } from 'type-graphql';

import { FacilityStatus } from '../rules/facility-status.js';

@InputType('MoveFacilityInput', { description: '变更设施状态\nOne move of a facility’s status.' })
export class MoveFacilityInput extends MoveInput {
  @Field(() => ID, { description: 'facility_…' })
  facilityId: string;

  @Field(() => FacilityStatus, { description: 'The status it moves to.' })
  to: FacilityStatus;
}
