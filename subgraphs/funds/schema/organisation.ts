import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Of districts: the key only. */
@ObjectType('Organisation')
@Directive('@key(fields: "id")')
export class Organisation {
  @Field(() => ID)
  id: string;
}
