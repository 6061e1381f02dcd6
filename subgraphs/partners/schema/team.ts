import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A volunteer team of a project. Of another subgraph: the key only. */
// Described here until the subgraph that owns it is part of the graph.
@ObjectType('Team', {
  description:
    '志愿服务队\nA volunteer team. Its own subgraph is not part of this release, so only its id is known.',
})
@Directive('@key(fields: "id", resolvable: false)')
export class Team {
  @Field(() => ID, { description: 'team_…' })
  id: string;
}
