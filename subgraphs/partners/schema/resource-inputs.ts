import { Field, ID, InputType } from 'type-graphql';

import { ResourceKind } from '../rules/resource-kind.js';
import { PlacedInput } from './place-input.js';
import { ScheduleInput } from './schedule-input.js';

@InputType('AddResourceInput', {
  description: '添加资源\nSomething an organisation or a partner can give.',
})
export class AddResourceInput extends PlacedInput {
  @Field(() => String, { description: 'What it is, 1 to 200 characters.' })
  title: string;

  @Field(() => ResourceKind, { description: 'Space, goods, skill, money or time.' })
  kind: ResourceKind;

  @Field(() => ID, {
    description: 'Whose it is: organisation_… or partner_…',
  })
  ownerId: string;

  @Field(() => ScheduleInput, { nullable: true, description: 'When it can be had.' })
  available?: ScheduleInput | null;
}
