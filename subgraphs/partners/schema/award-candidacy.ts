import { FenScalar, InstantScalar } from '@linju/kit';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

import { AwardOutcome } from '../rules/award-outcome.js';
import { AwardCriterion, CriterionResult } from '../rules/criterion.js';
import { Membership } from './membership.js';
import { Partner } from './partner.js';
import { Label } from './shared.js';

@ObjectType('Criterion', {
  description: '评价条件\nOne condition of an award and how it came out.',
})
export class Criterion {
  @Field(() => AwardCriterion, { description: 'Which condition.' })
  criterion: AwardCriterion;

  @Field(() => CriterionResult, {
    description: 'MET, NOT_MET, or UNKNOWN where something it rests on is not known.',
  })
  result: CriterionResult;

  @Field(() => Label, { description: 'Why, in words.' })
  detail: object;
}

// Its key carries everything that is asked, so that what other subgraphs know of the same question can be
// required without arguments.
@ObjectType('AwardCandidacy', {
  description:
    '评选资格\nWhether one membership may win the award of one year, as of an instant. Made of what partners, funds and safety know.',
})
@Directive('@key(fields: "membershipId partnerId year asOf")')
export class AwardCandidacy {
  @Field(() => ID, { description: 'membership_…' })
  membershipId: string;

  @Field(() => ID, { description: 'partner_…' })
  partnerId: string;

  @Field(() => Int, { description: 'The calendar year of the award.' })
  year: number;

  @Field(() => InstantScalar, { nullable: true, description: 'Null: latest.' })
  asOf?: Date | null;

  @Field(() => Membership, { nullable: true, description: 'The membership.' })
  membership?: Membership | null;

  @Field(() => Partner, { nullable: true, description: 'The partner.' })
  partner?: Partner | null;

  @Field(() => FenScalar, { nullable: true })
  @Directive('@external')
  sharePaidFen?: bigint | null;

  @Field(() => Int, { nullable: true })
  @Directive('@external')
  contributionsPosted?: number | null;

  @Field(() => [Criterion], {
    nullable: true,
    description:
      'The four criteria. Internal (P1): null for others than officers of the district, analysts of its city and the partner itself.',
  })
  @Directive('@requires(fields: "sharePaidFen contributionsPosted")')
  criteria?: Criterion[] | null;

  @Field(() => AwardOutcome, {
    nullable: true,
    description:
      'What the criteria come to: one that is not met decides, one that is unknown leaves it undecided. Internal (P1), as criteria.',
  })
  @Directive('@requires(fields: "sharePaidFen contributionsPosted")')
  result?: AwardOutcome | null;
}
