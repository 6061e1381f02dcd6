import { NullReason, PartialDateScalar, QuantityQualifier } from '@linju/kit';
import { Field, Float, ObjectType } from 'type-graphql';

@ObjectType('PopulationFigure', {
  description:
    '常住人口\nResident population of a place in one vintage. Only figures of one vintage may be compared.',
})
export class PopulationFigure {
  @Field(() => Float, {
    nullable: true,
    description: 'Persons; null with nullReason. Never estimated.',
  })
  persons?: number | null;

  @Field(() => QuantityQualifier, { description: 'EXACT, or ABOUT where the source rounds.' })
  qualifier: QuantityQualifier;

  @Field(() => String, { description: 'Which count, such as CENSUS_2020 (the seventh census).' })
  vintage: string;

  @Field(() => PartialDateScalar, { description: 'The day counted.' })
  asOf: string;

  @Field(() => NullReason, { nullable: true, description: 'Why persons is null.' })
  nullReason?: NullReason | null;
}
