import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Source')
@Directive('@key(fields: "id")')
export class Source {
  @Field(() => ID)
  id: string;
}
