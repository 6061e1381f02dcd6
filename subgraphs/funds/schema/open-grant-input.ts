import {
  AdminCodeScalar,
  CodeScalar,
  FenScalar,
  InstantScalar,
  PartialDateScalar,
  WriteInput,
} from '@linju/kit';
import { Field, ID, InputType } from 'type-graphql';

@InputType('PeriodInput', { description: '时段\nA half-open span of time.' })
export class PeriodInput {
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Its beginning, included; null: not stated.',
  })
  from?: Date | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Its end, not included; null: open.' })
  to?: Date | null;
}

@InputType('MilestoneInput', { description: '里程碑\nA planned step.' })
export class MilestoneInput {
  @Field(() => String, { description: 'What is to be reached, 1 to 200 characters.' })
  name: string;

  @Field(() => PartialDateScalar, { nullable: true, description: 'Null where none is planned.' })
  plannedOn?: string | null;
}

@InputType('OpenGrantInput', {
  description:
    '登记项目资助\nAn application for money of a fund of your district; it begins as PIPELINE.',
})
export class OpenGrantInput extends WriteInput {
  @Field(() => ID, { description: 'The fund that is to pay.' })
  fundId: string;

  @Field(() => ID, { description: 'partner_… or team_…' })
  recipientId: string;

  @Field(() => String, { description: 'What it is called, 1 to 200 characters.' })
  title: string;

  @Field(() => CodeScalar, { description: 'A code of the list Purpose.' })
  purpose: string;

  @Field(() => FenScalar, { description: 'What is applied for, fen, above 0.' })
  appliedFen: bigint;

  @Field(() => PeriodInput, { nullable: true, description: 'When it is to take place.' })
  plannedPeriod?: PeriodInput | null;

  @Field(() => AdminCodeScalar, {
    nullable: true,
    description: 'The district or street that benefits.',
  })
  beneficiaryPlace?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether anybody could apply; false unless given.',
  })
  openCall?: boolean | null;

  @Field(() => [MilestoneInput], { nullable: true, description: 'Its planned steps, at most 50.' })
  milestones?: MilestoneInput[] | null;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When it came about; null: now. Never in the future.',
  })
  effectiveAt?: Date | null;
}
