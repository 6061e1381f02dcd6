import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** The fund of a project, or the one a revenue share goes to. Of another subgraph: the key only. */
@ObjectType('Fund')
@Directive('@key(fields: "id", resolvable: false)')
export class Fund {
  @Field(() => ID)
  id: string;
}
