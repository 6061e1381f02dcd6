import { AdminCodeScalar, WriteInput } from '@linju/kit';
import { Field, ID, InputType } from 'type-graphql';

/** Where a new record counts, as far as known. */
@InputType('PlacedInput')
export abstract class PlacedInput extends WriteInput {
  @Field(() => AdminCodeScalar, { description: 'The district it counts for.' })
  districtCode: string;

  @Field(() => AdminCodeScalar, { nullable: true, description: 'Null: not known.' })
  streetCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'Null: not known.' })
  communityId?: string | null;
}
