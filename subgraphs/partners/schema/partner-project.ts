import { PartialDateScalar } from '@linju/kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { PartnerProjectState } from '../rules/partner-project-states.js';
import { Community } from './community.js';
import { District } from './district.js';
import { Fund } from './fund.js';
import { Partner } from './partner.js';
import { Provenance, Transition } from './shared.js';
import { Street } from './street.js';
import { Team } from './team.js';

@ObjectType('PartnerProject', {
  description:
    '项目清单项\nWork that partners, volunteer teams and a fund do together in a community.',
})
@Directive('@key(fields: "id")')
export class PartnerProject {
  @Field(() => ID, { description: 'partnerproject_…' })
  id: string;

  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => District, { nullable: true, description: 'The district it counts for.' })
  district?: District | null;

  @Field(() => Street, { nullable: true, description: 'Null where not stated.' })
  street?: Street | null;

  @Field(() => Community, { nullable: true, description: 'Null where not stated.' })
  community?: Community | null;

  @Field(() => [Partner], { nullable: true, description: 'The partners in it, by name.' })
  partners?: Partner[] | null;

  @Field(() => [Team], { nullable: true, description: 'The volunteer teams in it.' })
  teams?: Team[] | null;

  @Field(() => Fund, { nullable: true, description: 'The fund behind it; null: none stated.' })
  fund?: Fund | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'When it began, as finely as known; null: not begun, or not stated.',
  })
  startedOn?: string | null;

  @Field(() => PartnerProjectState, { description: 'Where it stands now.' })
  state: PartnerProjectState;

  @Field(() => [Transition], { nullable: true, description: 'Its past states, oldest first.' })
  transitions?: object[] | null;

  @Field(() => Provenance, { nullable: true, description: 'Where the record comes from.' })
  provenance?: object | null;
}
