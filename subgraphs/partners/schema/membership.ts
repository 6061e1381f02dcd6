import { InstantScalar } from '@linju/kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { MembershipState } from '../rules/membership-states.js';
import { Agreement } from './agreement.js';
import { Award } from './award.js';
import { AwardCandidacy } from './award-candidacy.js';
import { Evaluation } from './evaluation.js';
import { Organisation } from './organisation.js';
import { Partner } from './partner.js';
import { PartnerScheme } from './partner-scheme.js';
import { Provenance, Transition } from './shared.js';

@ObjectType('Membership', {
  description: '合伙人资格\nOne partner in one scheme, from the application on.',
})
@Directive('@key(fields: "id")')
export class Membership {
  @Field(() => ID, { description: 'membership_…' })
  id: string;

  @Field(() => Partner, { nullable: true, description: 'The member.' })
  partner?: Partner | null;

  @Field(() => PartnerScheme, { nullable: true, description: 'The scheme.' })
  scheme?: PartnerScheme | null;

  @Field(() => MembershipState, { description: 'Where it stands now.' })
  state: MembershipState;

  @Field(() => InstantScalar, { nullable: true, description: 'When it applied; null: not stated.' })
  appliedAt?: Date | null;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When it was admitted; null: not yet, or not stated.',
  })
  admittedAt?: Date | null;

  @Field(() => Organisation, { nullable: true, description: 'Who admitted it.' })
  admittedBy?: Organisation | null;

  @Field(() => [Transition], { nullable: true, description: 'Its past states, oldest first.' })
  transitions?: object[] | null;

  @Field(() => [Agreement], { nullable: true, description: 'What was agreed under it.' })
  agreements?: Agreement[] | null;

  @Field(() => [Evaluation], { nullable: true, description: 'Its evaluations, newest last.' })
  evaluations?: Evaluation[] | null;

  @Field(() => [Award], {
    nullable: true,
    description: 'What it won, by year. Awards to persons are shown to officers and analysts only.',
  })
  awards?: Award[] | null;

  @Field(() => AwardCandidacy, {
    nullable: true,
    description: '评选资格\nWhether it may win the award of a year, criterion by criterion.',
  })
  awardCandidacy?: AwardCandidacy | null;

  @Field(() => Provenance, { nullable: true, description: 'Where the record comes from.' })
  provenance?: object | null;
}
