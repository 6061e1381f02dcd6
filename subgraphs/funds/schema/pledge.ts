import { FenScalar, PartialDateScalar } from '@linju/kit';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

import { DonorKind } from '../rules/donor-kind.js';
import { DonorVisibility } from '../rules/donor-visibility.js';
import { PledgeKind } from '../rules/pledge-kind.js';
import { PledgeState } from '../rules/pledge-state.js';
import { Donor } from './donor.js';
import { Fund } from './fund.js';
import { Provenance, Transition } from './shared.js';

@ObjectType('Pledge', { description: '认捐\nA promise to give money to a fund.' })
@Directive('@key(fields: "id")')
export class Pledge {
  @Field(() => ID, { description: 'pledge_…' })
  id: string;

  @Field(() => Fund, { nullable: true, description: 'The fund it is promised to.' })
  fund?: object | null;

  @Field(() => PledgeKind, { description: 'For the founding, or every month.' })
  kind: PledgeKind;

  @Field(() => FenScalar, { description: 'The amount, of MONTHLY each time; fen.' })
  amountFen: bigint;

  @Field(() => Int, { nullable: true, description: 'Of MONTHLY: the day, 1 to 28.' })
  dayOfMonth?: number | null;

  @Field(() => PartialDateScalar, { description: 'The first day it holds.' })
  from: string;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'The first day it no longer holds; null: open.',
  })
  to?: string | null;

  @Field(() => PledgeState, { description: 'Whether it is running.' })
  state: PledgeState;

  @Field(() => DonorKind, { description: 'What kind of giver.' })
  donorKind: DonorKind;

  @Field(() => DonorVisibility, { description: 'Whether the giver is named in public.' })
  donorVisibility: DonorVisibility;

  @Field(() => Donor, {
    nullable: true,
    description:
      'Who promised. Personal (P2) unless donorVisibility is NAMED: null for callers who may not see it.',
  })
  donor?: Donor | null;

  @Field(() => [Transition], { nullable: true, description: 'Its past states, oldest first.' })
  transitions?: object[] | null;

  @Field(() => Provenance, { nullable: true, description: 'Where the record comes from.' })
  provenance?: object | null;
}
