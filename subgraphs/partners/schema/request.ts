import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** The request a need came from. Of another subgraph: the key only. */
@ObjectType('Request')
@Directive('@key(fields: "id", resolvable: false)')
export class Request {
  @Field(() => ID)
  id: string;
}
