import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';

@ObjectType('SourceRef', {
  description:
    '来源引用\nThe record that something came from: its type’s name in the graph and its id.',
})
@Directive('@shareable')
export class SourceRef {
  @Field(() => String, { description: 'Such as Agreement, Pledge or Grant.' })
  type: string;

  @Field(() => ID, { description: 'Its id.' })
  id: string;
}

@InputType('SourceRefInput', { description: '来源引用\nThe record that something came from.' })
export class SourceRefInput {
  @Field(() => String, {
    description: 'The type’s name in the graph, such as Agreement, Pledge or Grant.',
  })
  type: string;

  @Field(() => ID, { description: 'Its id.' })
  id: string;
}
