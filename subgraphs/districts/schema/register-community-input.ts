import { AdminCodeScalar, CommunityKind } from '@linju/kit';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';

import { Community, Estate, Grid } from './community.js';
import { UserError } from './shared.js';

@InputType('RegisterCommunityInput', {
  description: '登记社区/村\nA new community of your district.',
})
export class RegisterCommunityInput {
  @Field(() => String, {
    description: 'One per write, 1 to 255 characters; repeat it to repeat safely.',
  })
  idempotencyKey: string;

  @Field(() => String, { description: 'Its name, 1 to 100 characters.' })
  name: string;

  @Field(() => CommunityKind, {
    description: 'What kind it is; agrees with code12 where that is given.',
  })
  kind: CommunityKind;

  @Field(() => AdminCodeScalar, { description: 'The district it lies in.' })
  districtCode: string;

  @Field(() => AdminCodeScalar, { nullable: true, description: 'Null: not known.' })
  streetCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its 12-digit code; begins with streetCode.',
  })
  code12?: string | null;

  @Field(() => String, { nullable: true, description: 'NBS urban-rural class, three digits.' })
  urbanRuralClass?: string | null;

  @Field(() => [String], { nullable: true, description: 'Other spellings in use, at most 20.' })
  aliases?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Codes of the list MethodTag, at most 20.',
  })
  methodTags?: string[] | null;
}

@InputType('AddEstateInput', { description: '登记小区\nA housing estate of a community.' })
export class AddEstateInput {
  @Field(() => String, {
    description: 'One per write, 1 to 255 characters; repeat it to repeat safely.',
  })
  idempotencyKey: string;

  @Field(() => ID, { description: 'The community it lies in.' })
  communityId: string;

  @Field(() => String, { description: 'Its name, 1 to 100 characters.' })
  name: string;

  @Field(() => [String], { nullable: true, description: 'Its blocks, at most 100.' })
  blocks?: string[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'First year of the decade it was built in: 1980.',
  })
  builtDecade?: number | null;

  @Field(() => ID, { nullable: true, description: 'The property firm that manages it.' })
  propertyFirmId?: string | null;

  @Field(() => Int, { nullable: true, description: 'Members of its owners’ committee.' })
  committeeMembers?: number | null;

  @Field(() => Int, { nullable: true, description: 'Party members among them.' })
  committeePartyMembers?: number | null;
}

@InputType('AddGridInput', { description: '登记网格\nA grid of a community.' })
export class AddGridInput {
  @Field(() => String, {
    description: 'One per write, 1 to 255 characters; repeat it to repeat safely.',
  })
  idempotencyKey: string;

  @Field(() => ID, { description: 'The community it lies in.' })
  communityId: string;

  @Field(() => String, { description: 'Its name, 1 to 100 characters.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'The number field staff know it by.' })
  localNumber?: string | null;
}

@ObjectType('CommunityPayload', {
  description: '社区写入结果\nThe community after a write, or why not.',
})
export class CommunityPayload {
  @Field(() => Community, { nullable: true, description: 'Null when the write was refused.' })
  community?: Community | null;

  @Field(() => [UserError], { description: 'Empty when the write was done.' })
  userErrors: object[];
}

@ObjectType('EstatePayload', { description: '小区写入结果\nThe estate after a write, or why not.' })
export class EstatePayload {
  @Field(() => Estate, { nullable: true, description: 'Null when the write was refused.' })
  estate?: Estate | null;

  @Field(() => [UserError], { description: 'Empty when the write was done.' })
  userErrors: object[];
}

@ObjectType('GridPayload', { description: '网格写入结果\nThe grid after a write, or why not.' })
export class GridPayload {
  @Field(() => Grid, { nullable: true, description: 'Null when the write was refused.' })
  grid?: Grid | null;

  @Field(() => [UserError], { description: 'Empty when the write was done.' })
  userErrors: object[];
}
