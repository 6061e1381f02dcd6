import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { Community } from './community.js';
import { Provenance } from './shared.js';

@ObjectType('Grid', { description: '网格\nA grid: the area one grid worker looks after.' })
@Directive('@key(fields: "id")')
export class Grid {
  @Field(() => ID, { description: 'grid_…' })
  id: string;

  @Field(() => String, { description: 'Name in Chinese.' })
  name: string;

  @Field(() => Community, { nullable: true, description: 'The community it lies in.' })
  community?: Community | null;

  @Field(() => String, {
    nullable: true,
    description: 'The number field staff know it by (GB/T 30428.1).',
  })
  localNumber?: string | null;

  @Field(() => Provenance, { nullable: true, description: 'Where the record comes from.' })
  provenance?: object | null;
}
