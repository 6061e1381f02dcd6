import { InstantScalar } from '@linju/kit';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

import { AwardOutcome } from '../rules/award-outcome.js';
import { Criterion } from './award-candidacy.js';
import { Membership } from './membership.js';
import { Provenance } from './shared.js';

@ObjectType('EvaluationScore', {
  description: '评分\nHow an evaluating office rates one aspect.',
})
export class EvaluationScore {
  @Field(() => String, { description: 'What is rated, in words.' })
  aspect: string;

  @Field(() => Int, { description: '0 to 100.' })
  points: number;
}

@ObjectType('Evaluation', {
  description:
    '年度评价\nAn office’s evaluation of a membership for one year. The newest of a year counts.',
})
@Directive('@key(fields: "id")')
export class Evaluation {
  @Field(() => ID, { description: 'evaluation_…' })
  id: string;

  @Field(() => Membership, { nullable: true, description: 'What is evaluated.' })
  membership?: Membership | null;

  @Field(() => Int, { description: 'The calendar year.' })
  year: number;

  @Field(() => [Criterion], {
    nullable: true,
    description:
      'The criteria as they stood then. Internal (P1): null for others than officers, analysts and the partner itself.',
  })
  criteria?: Criterion[] | null;

  @Field(() => [EvaluationScore], {
    nullable: true,
    description: 'The office’s ratings. Internal (P1), as criteria.',
  })
  scores?: EvaluationScore[] | null;

  @Field(() => AwardOutcome, { description: 'What it came to.' })
  result: AwardOutcome;

  @Field(() => InstantScalar, { description: 'When it was evaluated.' })
  evaluatedAt: Date;

  @Field(() => Provenance, { nullable: true, description: 'Where the record comes from.' })
  provenance?: object | null;
}
