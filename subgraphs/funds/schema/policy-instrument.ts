import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('PolicyInstrument')
@Directive('@key(fields: "id")')
export class PolicyInstrument {
  @Field(() => ID)
  id: string;
}
