import { AdminCodeScalar } from '@linju/kit';
import { Directive, Field, ObjectType } from 'type-graphql';

import { District } from './district.js';
import { FunctionalArea } from './functional-area.js';
import { PopulationFigure } from './population-figure.js';
import { Provenance, ReportedFigure } from './shared.js';

@ObjectType('City', {
  description: '地级市\nA prefecture-level city. Key: six digits ending in 00 (GB/T 2260).',
})
@Directive('@key(fields: "code")')
export class City {
  @Field(() => AdminCodeScalar, { description: 'Such as 430200.' })
  code: string;

  @Field(() => String, { description: 'Name in Chinese.' })
  name: string;

  @Field(() => String, { description: 'Name in English.' })
  nameEn: string;

  @Field(() => [District], {
    nullable: true,
    description:
      'Its county-level units in the order of their codes, also those whose code left the list.',
  })
  districts?: District[] | null;

  @Field(() => PopulationFigure, {
    nullable: true,
    description: 'Resident population, newest vintage; null where no figure is held at all.',
  })
  population?: PopulationFigure | null;

  @Field(() => [FunctionalArea], {
    nullable: true,
    description: 'Zones that share land with its districts.',
  })
  functionalAreas?: FunctionalArea[] | null;

  @Field(() => [ReportedFigure], { nullable: true, description: 'What documents state about it.' })
  reportedFigures?: object[] | null;

  @Field(() => Provenance, { nullable: true, description: 'Where the record comes from.' })
  provenance?: object | null;
}
