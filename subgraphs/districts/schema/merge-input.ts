import { Field, ID, InputType, ObjectType } from 'type-graphql';

import { Community } from './community.js';
import { Facility } from './facility.js';
import { Organisation } from './organisation.js';
import { UserError } from './shared.js';

@InputType('MergeInput', {
  description:
    '合并重复记录\nTwo records of one thing become one. The given-up id goes on leading to the survivor.',
})
export class MergeInput {
  @Field(() => String, {
    description: 'One per write, 1 to 255 characters; repeat it to repeat safely.',
  })
  idempotencyKey: string;

  @Field(() => ID, { description: 'The record that is given up.' })
  mergedId: string;

  @Field(() => ID, { description: 'The record that stays. Both are of one kind and district.' })
  survivorId: string;
}

@ObjectType('MergeOrganisationsPayload', { description: '合并结果\nThe survivor, or why not.' })
export class MergeOrganisationsPayload {
  @Field(() => Organisation, { nullable: true, description: 'Null when the merge was refused.' })
  organisation?: Organisation | null;

  @Field(() => [UserError], { description: 'Empty when the merge was done.' })
  userErrors: object[];
}

@ObjectType('MergeCommunitiesPayload', { description: '合并结果\nThe survivor, or why not.' })
export class MergeCommunitiesPayload {
  @Field(() => Community, { nullable: true, description: 'Null when the merge was refused.' })
  community?: Community | null;

  @Field(() => [UserError], { description: 'Empty when the merge was done.' })
  userErrors: object[];
}

@ObjectType('MergeFacilitiesPayload', { description: '合并结果\nThe survivor, or why not.' })
export class MergeFacilitiesPayload {
  @Field(() => Facility, { nullable: true, description: 'Null when the merge was refused.' })
  facility?: Facility | null;

  @Field(() => [UserError], { description: 'Empty when the merge was done.' })
  userErrors: object[];
}
