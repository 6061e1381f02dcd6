import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Of districts: the key only. */
@ObjectType('PolicyInstrument')
@Directive('@key(fields: "id")')
export class PolicyInstrument {
  @Field(() => ID)
  id: string;
}
