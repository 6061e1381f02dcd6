import { FenScalar, InstantScalar } from '@linju/kit';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

import { Partner } from './partner.js';

/** Of partners: the key and the partner, and what we add: what it paid and gave in the year. */
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

  @Field(() => Partner, { nullable: true })
  @Directive('@external')
  partner?: Partner | null;

  @Field(() => FenScalar, {
    nullable: true,
    description:
      '已缴收益反哺(分)\nRevenue share that was posted from the partner’s account in its own district in the year, before asOf, less what was taken back; fen. Null where no share of the partner is recorded there at all: that is not zero.',
  })
  @Directive('@requires(fields: "partner { district { code } }")')
  sharePaidFen?: bigint | null;

  @Field(() => Int, {
    nullable: true,
    description:
      '出资笔数\nHow many of the partner’s contributions are of the year and before asOf. Null for callers who may not know the donor, and where the partner’s district is not known.',
  })
  @Directive('@requires(fields: "partner { district { code } }")')
  contributionsPosted?: number | null;
}
