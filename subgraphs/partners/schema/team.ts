import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A volunteer team of a project. Of another subgraph: the key only. */
@ObjectType('Team')
@Directive('@key(fields: "id", resolvable: false)')
export class Team {
  @Field(() => ID)
  id: string;
}
