import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Team')
@Directive('@key(fields: "id")')
export class Team {
  @Field(() => ID)
  id: string;
}
