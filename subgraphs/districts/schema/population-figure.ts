import { NullReason, PartialDateScalar, QuantityQualifier } from '@linju/kit';
import { Field, Float, ObjectType } from 'type-graphql';

import { Area } from './area.js';
import { Provenance } from './shared.js';

@ObjectType('PopulationFigure', {
  description:
    '常住人口\nResident population of a place in one vintage. Only figures of one vintage may be compared.',
})
export class PopulationFigure {
  @Field(() => Area, { nullable: true, description: 'Where the people live.' })
  place?: object | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Persons; null with reasonIfNull. Never estimated.',
  })
  persons?: number | null;

  @Field(() => QuantityQualifier, { description: 'EXACT, or ABOUT where the source rounds.' })
  qualifier: QuantityQualifier;

  @Field(() => String, { description: 'Which count, such as CENSUS_2020 (the seventh census).' })
  vintage: string;

  @Field(() => PartialDateScalar, { description: 'The day counted.' })
  asOf: string;

  @Field(() => NullReason, { nullable: true, description: 'Why persons is null.' })
  reasonIfNull?: NullReason | null;

  @Field(() => Provenance, { nullable: true, description: 'Where the figure comes from.' })
  provenance?: object | null;
}
