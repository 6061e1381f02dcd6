import { FenScalar, WriteInput } from '@linju/kit';
import { Field, ID, InputType, Int } from 'type-graphql';

import { AwardCriterion, CriterionResult } from '../rules/criterion.js';

@InputType('VerdictInput', {
  description:
    '条件认定\nWhat the evaluating office says of a criterion that the records leave unknown.',
})
export class VerdictInput {
  @Field(() => AwardCriterion, { description: 'Which criterion.' })
  criterion: AwardCriterion;

  @Field(() => CriterionResult, { description: 'How it comes out.' })
  result: CriterionResult;

  @Field(() => String, { description: 'On what the verdict rests, up to 500 characters.' })
  detail: string;
}

@InputType('EvaluationScoreInput', { description: '评分\nA rating of one aspect.' })
export class EvaluationScoreInput {
  @Field(() => String, { description: 'What is rated, 1 to 100 characters.' })
  aspect: string;

  @Field(() => Int, { description: '0 to 100.' })
  points: number;
}

@InputType('EvaluateMembershipInput', {
  description:
    '年度评价\nEvaluates a membership for a year. What the records decide is taken from them; the office states the rest.',
})
export class EvaluateMembershipInput extends WriteInput {
  @Field(() => ID, { description: 'membership_…' })
  membershipId: string;

  @Field(() => Int, { description: 'The calendar year, not ahead.' })
  year: number;

  @Field(() => [VerdictInput], {
    nullable: true,
    description: 'For criteria that are UNKNOWN only, one each.',
  })
  verdicts?: VerdictInput[] | null;

  @Field(() => [EvaluationScoreInput], { nullable: true, description: 'Ratings, at most 20.' })
  scores?: EvaluationScoreInput[] | null;
}

@InputType('GrantAwardInput', {
  description:
    '授予激励\nGrants the award of a scheme: to an active membership whose newest evaluation of the year is ELIGIBLE.',
})
export class GrantAwardInput extends WriteInput {
  @Field(() => ID, { description: 'membership_…' })
  membershipId: string;

  @Field(() => Int, { description: 'The calendar year.' })
  year: number;

  @Field(() => FenScalar, { description: 'The amount, fen, inside the range of the scheme.' })
  amountFen: bigint;

  @Field(() => ID, {
    nullable: true,
    description: 'The transfer that paid it, if it is posted already.',
  })
  transferRef?: string | null;
}
