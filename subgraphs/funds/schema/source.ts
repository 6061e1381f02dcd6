import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Of districts: the key only. */
@ObjectType('Source')
@Directive('@key(fields: "id")')
export class Source {
  @Field(() => ID)
  id: string;
}
