import { NullReason, QuantityQualifier } from '@linju/kit';
import { Field, Int, ObjectType } from 'type-graphql';

import { CoveragePart } from './shared.js';

@ObjectType('PartnerTotals', {
  description:
    '合伙人汇总\nTotals of one district. A count is null where nothing of its kind is recorded here (unknown, not zero); under partial coverage each is a lower bound: see qualifier.',
})
export class PartnerTotals {
  @Field(() => [CoveragePart], {
    description: 'How much of each kind of record of the district is here. No entry means NONE.',
  })
  coverage: object[];

  @Field(() => QuantityQualifier, {
    description: 'AT_LEAST while any kind of record is covered in part; EXACT under full coverage.',
  })
  qualifier: QuantityQualifier;

  @Field(() => NullReason, {
    nullable: true,
    description: 'Why the counts that are null are so; null: none is.',
  })
  reasonIfNull?: NullReason | null;

  @Field(() => Int, { nullable: true, description: 'Admitted partners of type COMMERCIAL.' })
  commercial?: number | null;

  @Field(() => Int, { nullable: true, description: 'Admitted partners of type COMMUNITY_GROUP.' })
  communityGroup?: number | null;

  @Field(() => Int, { nullable: true, description: 'Admitted partners of type INDIVIDUAL.' })
  individual?: number | null;

  @Field(() => Int, { nullable: true, description: 'Memberships that are ACTIVE now.' })
  activeMemberships?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Memberships admitted in the period; all time where none is given.',
  })
  membershipsAdmitted?: number | null;

  @Field(() => Int, { nullable: true, description: 'Needs raised in the period.' })
  needsRaised?: number | null;

  @Field(() => Int, { nullable: true, description: 'Matches accepted in the period.' })
  matchesAccepted?: number | null;

  @Field(() => Int, { nullable: true, description: 'Matches delivered in the period.' })
  matchesDelivered?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Of the matches delivered, those with a partner of another district.',
  })
  matchesDeliveredCrossDistrict?: number | null;

  @Field(() => Int, { nullable: true, description: 'Distributions done in the period.' })
  distributionsDone?: number | null;
}
