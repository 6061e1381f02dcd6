import { Field, InputType } from 'type-graphql';

/** What every write takes. */
@InputType()
export abstract class WriteInput {
  @Field(() => String, {
    description: 'One per write, 1 to 255 characters; repeat it to repeat safely.',
  })
  idempotencyKey: string;
}
