import { AdminCodeScalar, CodeScalar, PartialDateScalar, WriteInput } from '@linju/kit';
import { Field, ID, InputType } from 'type-graphql';

@InputType('RegisterPolicyInstrumentInput', {
  description: '登记政策文件\nA rule book that binds in your district.',
})
export class RegisterPolicyInstrumentInput extends WriteInput {
  @Field(() => String, { description: 'Its title, 1 to 200 characters.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'Its number, up to 100 characters.' })
  documentNo?: string | null;

  @Field(() => ID, { nullable: true, description: 'The organisation that issued it.' })
  issuerId?: string | null;

  @Field(() => AdminCodeScalar, { description: 'The district it binds.' })
  districtCode: string;

  @Field(() => Boolean, { description: 'Whether it is on trial (试行).' })
  trial: boolean;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'First day in force; null: not stated.',
  })
  effectiveFrom?: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'Last day in force, not before effectiveFrom; null: open or not stated.',
  })
  effectiveTo?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The one it replaces; it binds in the same district.',
  })
  supersedesId?: string | null;

  @Field(() => [CodeScalar], {
    nullable: true,
    description: 'The rules of this graph that rest on it, such as R8; at most 20.',
  })
  basisFor?: string[] | null;
}
