import { MoveInput, PartialDateScalar } from '@linju/kit';
import { Field, ID, InputType } from 'type-graphql';

import { PartnerProjectState } from '../rules/partner-project-states.js';
import { PlacedInput } from './place-input.js';

@InputType('StartPartnerProjectInput', {
  description: '设立合作项目\nWork that partners, teams and a fund do together.',
})
export class StartPartnerProjectInput extends PlacedInput {
  @Field(() => String, { description: 'Its name, 1 to 200 characters.' })
  name: string;

  @Field(() => [ID], { description: 'The partners in it, at least one and at most 50.' })
  partnerIds: string[];

  @Field(() => [ID], { nullable: true, description: 'The volunteer teams in it, at most 50.' })
  teamIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'The fund behind it.' })
  fundId?: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'When it began, as finely as known.',
  })
  startedOn?: string | null;

  @Field(() => PartnerProjectState, { description: 'PLANNED or ACTIVE.' })
  state: PartnerProjectState;
}

@InputType('MovePartnerProjectInput', { description: '变更合作项目状态\nOne move of a project.' })
export class MovePartnerProjectInput extends MoveInput {
  @Field(() => ID, { description: 'partnerproject_…' })
  projectId: string;

  @Field(() => PartnerProjectState, { description: 'The state it moves to.' })
  to: PartnerProjectState;
}
