import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';

import { OutcomeType } from '../rules/outcome-type.js';

@ObjectType('Outcome', {
  description: '成效\nSomething a transfer paid for, and which part of it.',
})
export class Outcome {
  @Field(() => OutcomeType, { description: 'The type’s name in the graph.' })
  type: OutcomeType;

  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => Int, {
    description:
      'The part of the outcome that this transfer pays for, basis points: 10,000 is the whole. Over all transfers of one district that stand, an outcome has at most 10,000.',
  })
  weightBps: number;
}

@InputType('OutcomeInput', {
  description: '成效\nSomething a transfer pays for, and which part of it.',
})
export class OutcomeInput {
  @Field(() => OutcomeType, { description: 'The type’s name in the graph.' })
  type: OutcomeType;

  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => Int, { description: 'Basis points, 1 to 10,000.' })
  weightBps: number;
}
