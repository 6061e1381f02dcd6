import { WriteInput } from '@linju/kit';
import { Field, ID, InputType } from 'type-graphql';

@InputType('RegisterGridInput', { description: '登记网格\nA grid of a community.' })
export class RegisterGridInput extends WriteInput {
  @Field(() => ID, { description: 'The community it lies in.' })
  communityId: string;

  @Field(() => String, { description: 'Its name, 1 to 100 characters.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'The number field staff know it by.' })
  localNumber?: string | null;
}
