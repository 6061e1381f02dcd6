import { Field, ObjectType } from 'type-graphql';

import { UserError } from './shared.js';

/** What every write answers; beside it stands the record, null when the write was refused. */
@ObjectType()
export abstract class WritePayload {
  @Field(() => [UserError], { description: 'Empty when the write was done.' })
  userErrors: object[];
}
