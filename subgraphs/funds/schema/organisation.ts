import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Organisation')
@Directive('@key(fields: "id")')
export class Organisation {
  @Field(() => ID)
  id: string;
}
