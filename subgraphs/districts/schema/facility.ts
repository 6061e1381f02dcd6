import { FenScalar } from '@linju/kit';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

import { FacilityStatus } from '../rules/facility-status.js';
import { FeePeriod } from '../rules/fee-period.js';
import { Community } from './community.js';
import { District } from './district.js';
import { Organisation } from './organisation.js';
import { Provenance, ReportedFigure, Schedule, Transition } from './shared.js';
import { Street } from './street.js';

@ObjectType('Facility', {
  description:
    '设施/场所\nA place people go to: a service centre, a hall, a market. Old ids of merged facilities lead to the survivor.',
})
@Directive('@key(fields: "id")')
export class Facility {
  @Field(() => ID, { description: 'facility_…' })
  id: string;

  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => String, { description: 'A code of the list FacilityKind, such as CHARITY_SHOP.' })
  kind: string;

  @Field(() => District, { nullable: true, description: 'The district it lies in.' })
  district?: District | null;

  @Field(() => Street, { nullable: true, description: 'Null where not stated.' })
  street?: Street | null;

  @Field(() => Community, { nullable: true, description: 'Null where not stated.' })
  community?: Community | null;

  @Field(() => Organisation, { nullable: true, description: 'Who runs it; null where not stated.' })
  operator?: Organisation | null;

  @Field(() => Organisation, { nullable: true, description: 'Who owns it; null where not stated.' })
  owner?: Organisation | null;

  @Field(() => Int, { nullable: true, description: 'Floor area, m²; null where not stated.' })
  areaM2?: number | null;

  @Field(() => Int, { nullable: true, description: 'Seats; null where not stated.' })
  seats?: number | null;

  @Field(() => String, { nullable: true, description: 'Floors and rooms in words.' })
  rooms?: string | null;

  @Field(() => Schedule, { nullable: true, description: 'When it is open; null where not stated.' })
  openingHours?: object | null;

  @Field(() => FenScalar, {
    nullable: true,
    description: 'What a visitor pays, fen; "0" is free, null not stated.',
  })
  feeFen?: bigint | null;

  @Field(() => FeePeriod, {
    nullable: true,
    description: 'What the fee is paid for; null with feeFen.',
  })
  feePeriod?: FeePeriod | null;

  @Field(() => Facility, {
    nullable: true,
    description: 'The facility that leads its network; null: none.',
  })
  network?: Facility | null;

  @Field(() => [Facility], {
    nullable: true,
    description: 'The members of the network it leads, by name.',
  })
  networkMembers?: Facility[] | null;

  @Field(() => FacilityStatus, { description: 'Whether it can be used.' })
  status: FacilityStatus;

  @Field(() => [Transition], { nullable: true, description: 'Its past states, oldest first.' })
  transitions?: object[] | null;

  @Field(() => [ReportedFigure], { nullable: true, description: 'What documents state about it.' })
  reportedFigures?: object[] | null;

  @Field(() => Provenance, { nullable: true, description: 'Where the record comes from.' })
  provenance?: object | null;
}
