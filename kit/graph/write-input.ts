import { Field, ID, InputType } from 'type-graphql';

import { InstantScalar } from './scalars/index.js';

/** What every write takes. */
@InputType()
export abstract class WriteInput {
  @Field(() => String, {
    description: 'One per write, 1 to 255 characters; repeat it to repeat safely.',
  })
  idempotencyKey: string;
}

/** What every move of a state takes beside the record and the state. */
@InputType()
export abstract class MoveInput extends WriteInput {
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When it was so; null: now. Never in the future, nor before the move before.',
  })
  effectiveAt?: Date | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The organisation that acted; null: not stated. Never a person.',
  })
  actorOrganisationId?: string | null;

  @Field(() => String, { nullable: true, description: 'Why; up to 200 characters, public.' })
  reason?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Internal note, up to 1,000 characters; from officers only.',
  })
  note?: string | null;
}
