import { Field, InputType, Int, ObjectType } from 'type-graphql';

@ObjectType('FundCommittee', {
  description: '管理委员会\nWho decides over a fund, as totals. The members are never stored.',
})
export class FundCommittee {
  @Field(() => Int, { nullable: true, description: 'Members; null where not stated.' })
  members?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether they take no pay; null where not stated.',
  })
  unpaid?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Who watch over it; null where not stated.' })
  supervisors?: number | null;
}

@InputType('FundCommitteeInput', { description: '管理委员会\nWho decides over a fund, as totals.' })
export class FundCommitteeInput {
  @Field(() => Int, { nullable: true, description: 'Members, from 0; null: not stated.' })
  members?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether they take no pay; null: not stated.',
  })
  unpaid?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Who watch over it, from 0; null: not stated.' })
  supervisors?: number | null;
}
