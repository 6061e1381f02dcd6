import { InstantScalar } from '@linju/kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { MatchSide } from '../rules/match-side.js';
import { NeedMatchState } from '../rules/need-match-states.js';
import { NeedItem } from './need-item.js';
import { Partner } from './partner.js';
import { ServiceOffering } from './service-offering.js';
import { Provenance, Transition } from './shared.js';

@ObjectType('NeedMatch', {
  description:
    '需求对接\nA partner and a need brought together, from the proposal to the delivery.',
})
@Directive('@key(fields: "id")')
export class NeedMatch {
  @Field(() => ID, { description: 'needmatch_…' })
  id: string;

  @Field(() => NeedItem, { nullable: true, description: 'The need.' })
  need?: NeedItem | null;

  @Field(() => Partner, { nullable: true, description: 'The partner.' })
  partner?: Partner | null;

  @Field(() => ServiceOffering, {
    nullable: true,
    description: 'The service that is offered; null: none is named.',
  })
  offering?: ServiceOffering | null;

  @Field(() => NeedMatchState, {
    description: 'Where it stands now. A proposal without an answer is LAPSED after seven days.',
  })
  state: NeedMatchState;

  @Field(() => MatchSide, { description: 'Which side proposed it; the other one answers.' })
  proposedBy: MatchSide;

  @Field(() => InstantScalar, { description: 'When it was proposed.' })
  proposedAt: Date;

  @Field(() => InstantScalar, { nullable: true, description: 'Null: it was never accepted.' })
  acceptedAt?: Date | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Null: nothing was delivered yet.' })
  deliveredAt?: Date | null;

  @Field(() => Boolean, { description: 'Whether partner and need are of different districts.' })
  crossDistrict: boolean;

  @Field(() => [Transition], { nullable: true, description: 'Its past states, oldest first.' })
  transitions?: object[] | null;

  @Field(() => Provenance, { nullable: true, description: 'Where the record comes from.' })
  provenance?: object | null;
}
