import { NullReason, PartialDateScalar } from '@linju/kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { DistributionState } from '../rules/distribution-states.js';
import { Community } from './community.js';
import { District } from './district.js';
import { Facility } from './facility.js';
import { Partner } from './partner.js';
import { Provenance, Quantity, Schedule, Transition } from './shared.js';
import { Street } from './street.js';

@ObjectType('Distribution', {
  description:
    '物资发放\nGoods handed out. Who received is never stored, only how many. What repeats by a schedule is one record that stays PLANNED.',
})
@Directive('@key(fields: "id")')
export class Distribution {
  @Field(() => ID, { description: 'distribution_…' })
  id: string;

  @Field(() => String, { description: 'The programme it belongs to.' })
  programme: string;

  @Field(() => District, { nullable: true, description: 'The district it counts for.' })
  district?: District | null;

  @Field(() => Street, { nullable: true, description: 'Null where not stated.' })
  street?: Street | null;

  @Field(() => Community, { nullable: true, description: 'Null where not stated.' })
  community?: Community | null;

  @Field(() => Facility, {
    nullable: true,
    description: 'Where it is handed out; null: not stated.',
  })
  facility?: Facility | null;

  @Field(() => Partner, { nullable: true, description: 'Who gives it; null: not stated.' })
  partner?: Partner | null;

  @Field(() => Schedule, { nullable: true, description: 'When it repeats; null: it does not.' })
  schedule?: object | null;

  @Field(() => PartialDateScalar, { nullable: true, description: 'The day it is planned for.' })
  plannedOn?: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'The day it was done; null: not yet.',
  })
  doneOn?: string | null;

  @Field(() => Quantity, {
    nullable: true,
    description:
      'How many received, each time where it repeats. Null with recipientsReasonIfNull; fewer than five are shown to officers of the district only.',
  })
  recipients?: object | null;

  @Field(() => NullReason, { nullable: true, description: 'Why recipients is null.' })
  recipientsReasonIfNull?: NullReason | null;

  @Field(() => String, { nullable: true, description: 'What is handed out, in words.' })
  goodsKind?: string | null;

  @Field(() => DistributionState, { description: 'Where it stands now.' })
  state: DistributionState;

  @Field(() => [Transition], { nullable: true, description: 'Its past states, oldest first.' })
  transitions?: object[] | null;

  @Field(() => Provenance, { nullable: true, description: 'Where the record comes from.' })
  provenance?: object | null;
}
