import { CommunityKind, NullReason } from '@linju/kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { FacilityConnection } from './connections.js';
import { District } from './district.js';
import { Estate } from './estate.js';
import { Grid } from './grid.js';
import { Provenance, ReportedFigure } from './shared.js';
import { Street } from './street.js';

@ObjectType('Community', {
  description:
    '社区/村\nA residents’ or villagers’ community: the lowest place that records are attributed to. Old ids of merged communities lead to the survivor.',
})
@Directive('@key(fields: "id")')
export class Community {
  @Field(() => ID, { description: 'community_…' })
  id: string;

  @Field(() => String, { description: 'Name in Chinese.' })
  name: string;

  @Field(() => [String], { description: 'Other spellings and names in use.' })
  aliases: string[];

  @Field(() => CommunityKind, {
    description: 'Residents’ committee, village committee or similar.',
  })
  kind: CommunityKind;

  @Field(() => Street, { nullable: true, description: 'Null where the source does not state it.' })
  street?: Street | null;

  @Field(() => District, { nullable: true, description: 'The district it lies in.' })
  district?: District | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its 12-digit statistical code; null with the reason beside.',
  })
  code12?: string | null;

  @Field(() => NullReason, { nullable: true, description: 'Why code12 is null.' })
  code12ReasonIfNull?: NullReason | null;

  @Field(() => String, {
    nullable: true,
    description: 'NBS urban-rural class: 111, 112, 121, 122, 123, 210 or 220; null where unknown.',
  })
  urbanRuralClass?: string | null;

  @Field(() => [Estate], { nullable: true, description: 'Its housing estates, by name.' })
  estates?: Estate[] | null;

  @Field(() => [Grid], { nullable: true, description: 'Its grids, by name.' })
  grids?: Grid[] | null;

  @Field(() => FacilityConnection, { nullable: true, description: 'Its facilities, by name.' })
  facilities?: object | null;

  @Field(() => [String], {
    description: 'Governance methods it follows: codes of the list MethodTag.',
  })
  methodTags: string[];

  @Field(() => [ReportedFigure], { nullable: true, description: 'What documents state about it.' })
  reportedFigures?: object[] | null;

  @Field(() => Provenance, { nullable: true, description: 'Where the record comes from.' })
  provenance?: object | null;
}
