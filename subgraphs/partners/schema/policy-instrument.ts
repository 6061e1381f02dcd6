import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** The rule book a scheme follows. Of another subgraph: the key only. */
@ObjectType('PolicyInstrument')
@Directive('@key(fields: "id", resolvable: false)')
export class PolicyInstrument {
  @Field(() => ID)
  id: string;
}
