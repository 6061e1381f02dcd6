import {
  AdminCodeScalar,
  CodeScalar,
  InstantScalar,
  PartialDateScalar,
  QuantityQualifier,
  Unit,
  WriteInput,
} from '@linju/kit';
import { Field, Float, ID, InputType } from 'type-graphql';

import { FundKind } from '../rules/fund-kind.js';
import { FundraisingKind } from '../rules/fundraising-kind.js';
import { InflowChannel } from '../rules/inflow-channel.js';
import { FundCommitteeInput } from './fund-committee.js';

@InputType('FoundersInput', {
  description: '发起单位和个人\nHow many founded a fund, as it is stated.',
})
export class FoundersInput {
  @Field(() => Float, { description: 'A whole number from 0.' })
  value: number;

  @Field(() => QuantityQualifier, {
    nullable: true,
    description: 'How exact it is; EXACT unless given.',
  })
  qualifier?: QuantityQualifier | null;

  @Field(() => Unit, {
    description: 'PERSON, ORGANISATION, FIRM, or UNIT_OR_PERSON where the two are not told apart.',
  })
  unit: Unit;
}

@InputType('OpenFundInput', { description: '设立基金\nA new fund of your district.' })
export class OpenFundInput extends WriteInput {
  @Field(() => String, { description: 'Its name, 1 to 200 characters, once per district.' })
  name: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Other ways its name is written, at most 20.',
  })
  aliases?: string[] | null;

  @Field(() => FundKind, { description: 'Which kind of fund.' })
  kind: FundKind;

  @Field(() => AdminCodeScalar, { description: 'The district its money counts in.' })
  districtCode: string;

  @Field(() => AdminCodeScalar, { nullable: true, description: 'Null: not known.' })
  streetCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'The community it is for; null: a wider place.' })
  communityId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The organisation that holds it; null: not stated.',
  })
  hostCharityId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'A fund has no sub-funds (R3): anything but null is refused.',
  })
  parentFundId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The policy it is set up under.' })
  policyId?: string | null;

  @Field(() => PartialDateScalar, { nullable: true, description: 'When it was first agreed on.' })
  initiatedAt?: string | null;

  @Field(() => FoundersInput, {
    nullable: true,
    description: 'How many founded it; null: not stated.',
  })
  founders?: FoundersInput | null;

  @Field(() => FundCommitteeInput, {
    nullable: true,
    description: 'Who decides over it; null: not stated.',
  })
  committee?: FundCommitteeInput | null;

  @Field(() => FundraisingKind, {
    nullable: true,
    description: 'How it asks for money; NOT_STATED unless given.',
  })
  fundraisingKind?: FundraisingKind | null;

  @Field(() => [CodeScalar], { description: 'Codes of the list Purpose.' })
  purposes: string[];

  @Field(() => [InflowChannel], { nullable: true, description: 'The ways of giving it offers.' })
  inflowChannels?: InflowChannel[] | null;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When it came about; null: now. Never in the future.',
  })
  effectiveAt?: Date | null;
}
