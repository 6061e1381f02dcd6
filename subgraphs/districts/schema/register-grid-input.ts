import { WriteInput } from '@linju/kit';
import { Field, ID, InputType, ObjectType } from 'type-graphql';

import { Grid } from './grid.js';
import { WritePayload } from './write-payload.js';

@InputType('RegisterGridInput', { description: '登记网格\nA grid of a community.' })
export class RegisterGridInput extends WriteInput {
  @Field(() => ID, { description: 'The community it lies in.' })
  communityId: string;

  @Field(() => String, { description: 'Its name, 1 to 100 characters.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'The number field staff know it by.' })
  localNumber?: string | null;
}

@ObjectType('GridPayload', { description: '网格写入结果\nThe grid after a write, or why not.' })
export class GridPayload extends WritePayload {
  @Field(() => Grid, { nullable: true, description: 'Null when the write was refused.' })
  grid?: Grid | null;
}
