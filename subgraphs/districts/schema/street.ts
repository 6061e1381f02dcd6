import { AdminCodeScalar, PartialDateScalar, StreetKind } from '@linju/kit';
import { Directive, Field, ObjectType } from 'type-graphql';

import { Community } from './community.js';
import { FacilityConnection } from './connections.js';
import { District } from './district.js';
import { PopulationFigure } from './population-figure.js';
import { CoveragePart, Provenance, ReportedFigure } from './shared.js';

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
      'The communities known to lie in it, by name. See coverage for how many are known.',
  })
  communities?: Community[] | null;

  @Field(() => FacilityConnection, { nullable: true, description: 'Its facilities, by name.' })
  facilities?: object | null;

  @Field(() => PopulationFigure, {
    nullable: true,
    description: 'As on District; null: no figure is held at all.',
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

  @Field(() => [CoveragePart], {
    nullable: true,
    description:
      'How much of each kind of record of this street is held here, where that is more than of its district. No entry: as of the district.',
  })
  coverage?: object[] | null;

  @Field(() => [ReportedFigure], { nullable: true, description: 'What documents state about it.' })
  reportedFigures?: object[] | null;

  @Field(() => Provenance, { nullable: true, description: 'Where the record comes from.' })
  provenance?: object | null;
}
