import { ArgsType, Field, ID } from 'type-graphql';

/** The one argument of a look-up by id. */
@ArgsType()
export class IdArgs {
  @Field(() => ID, { description: 'The record’s id.' })
  id: string;
}
