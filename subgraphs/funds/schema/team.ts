import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Of volunteers: the key only. */
@ObjectType('Team')
@Directive('@key(fields: "id")')
export class Team {
  @Field(() => ID)
  id: string;
}
