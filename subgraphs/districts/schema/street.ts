import { AdminCodeScalar, PartialDateScalar, StreetKind } from '@linju/kit';
import { Directive, Field, ObjectType } from 'type-graphql';

import { Community } from './community.js';
import { FacilityConnection } from './connections.js';
import { District } from './district.js';
import { PopulationFigure } from './population-figure.js';
import { ReportedFigure } from './shared.js';

@ObjectType('Street', {
  description:
    '乡级行政区\nA township-level unit: street, town or township. Key: nine digits (GB/T 10114). Names repeat across districts, codes do not.',
})
@Directive('@key(fields: "code")')
export class Street {
  @Field(() => AdminCodeScalar, {
    description: 'Such as 430202001; begins with the district’s code.',
  })
  code: string;

  @Field(() => String, { description: 'Name in Chinese.' })
  name: string;

  @Field(() => StreetKind, { description: 'Told by digits 7 to 9 of the code.' })
  kind: StreetKind;

  @Field(() => District, { nullable: true, description: 'The district it belongs to.' })
  district?: District | null;

  @Field(() => [Community], {
    nullable: true,
    description:
      'The communities known to lie in it, by name. See the district’s coverage for how many are known.',
  })
  communities?: Community[] | null;

  @Field(() => FacilityConnection, { nullable: true, description: 'Its facilities, by name.' })
  facilities?: object | null;

  @Field(() => PopulationFigure, {
    nullable: true,
    description: 'As on District; none is known at present.',
  })
  population?: PopulationFigure | null;

  @Field(() => String, { description: 'The code list this entry is from.' })
  codeVintage: string;

  @Field(() => PartialDateScalar, { nullable: true, description: 'Null: not stated.' })
  validFrom?: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'When the code left the list; null: in force.',
  })
  validTo?: string | null;

  @Field(() => Street, { nullable: true, description: 'The unit that took over the code’s place.' })
  replacedBy?: Street | null;

  @Field(() => [ReportedFigure], { nullable: true, description: 'What documents state about it.' })
  reportedFigures?: object[] | null;
}
