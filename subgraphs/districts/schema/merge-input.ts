import { WriteInput } from '@linju/kit';
import { Field, ID, InputType } from 'type-graphql';

@InputType('MergeInput', {
  description:
    '合并重复记录\nTwo records of one thing become one. The given-up id goes on leading to the survivor.',
})
export class MergeInput extends WriteInput {
  @Field(() => ID, { description: 'The record that is given up.' })
  mergedId: string;

  @Field(() => ID, { description: 'The record that stays. Both are of one kind and district.' })
  survivorId: string;
}
