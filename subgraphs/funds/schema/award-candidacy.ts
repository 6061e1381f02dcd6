import { FenScalar, InstantScalar } from '@linju/kit';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

/** Of partners: the key, and what we add: what the partner paid and gave in the year. */
@ObjectType('AwardCandidacy')
@Directive('@key(fields: "membershipId partnerId year asOf")')
export class AwardCandidacy {
  @Field(() => ID)
  membershipId: string;

  @Field(() => ID)
  partnerId: string;

  @Field(() => Int)
  year: number;

  @Field(() => InstantScalar, { nullable: true })
  asOf?: Date | null;

  @Field(() => FenScalar, {
    nullable: true,
    description:
      '已缴收益反哺(分)\nRevenue share that was posted from the partner’s account in the year, before asOf, less what was taken back; fen. Null where no share of the partner is recorded at all: that is not zero.',
  })
  sharePaidFen?: bigint | null;

  @Field(() => Int, {
    nullable: true,
    description:
      '出资笔数\nPosted transfers of the year, before asOf and not taken back, that came from the partner: from its account, naming it as their source, or given by it. Null for callers who may not know the donor.',
  })
  contributionsPosted?: number | null;
}
