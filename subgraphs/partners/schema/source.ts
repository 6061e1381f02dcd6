import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** The document or system a record rests on. Of another subgraph: the key only. */
@ObjectType('Source')
@Directive('@key(fields: "id", resolvable: false)')
export class Source {
  @Field(() => ID)
  id: string;
}
