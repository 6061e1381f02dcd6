import { WriteInput } from '@linju/kit';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType('RegisterEstateInput', { description: '登记小区\nA housing estate of a community.' })
export class RegisterEstateInput extends WriteInput {
  @Field(() => ID, { description: 'The community it lies in.' })
  communityId: string;

  @Field(() => String, { description: 'Its name, 1 to 100 characters.' })
  name: string;

  @Field(() => [String], { nullable: true, description: 'Other spellings in use, at most 20.' })
  aliases?: string[] | null;

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
