import { AdminCodeScalar, CodeScalar, CommunityKind, WriteInput } from '@linju/kit';
import { Field, InputType } from 'type-graphql';

@InputType('RegisterCommunityInput', {
  description: '登记社区/村\nA new community of your district.',
})
export class RegisterCommunityInput extends WriteInput {
  @Field(() => String, { description: 'Its name, 1 to 100 characters.' })
  name: string;

  @Field(() => CommunityKind, {
    description: 'What kind it is; agrees with code12 where that is given.',
  })
  kind: CommunityKind;

  @Field(() => AdminCodeScalar, { description: 'The district it lies in.' })
  districtCode: string;

  @Field(() => AdminCodeScalar, { nullable: true, description: 'Null: not known.' })
  streetCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its 12-digit code; begins with streetCode.',
  })
  code12?: string | null;

  @Field(() => String, { nullable: true, description: 'NBS urban-rural class, three digits.' })
  urbanRuralClass?: string | null;

  @Field(() => [String], { nullable: true, description: 'Other spellings in use, at most 20.' })
  aliases?: string[] | null;

  @Field(() => [CodeScalar], {
    nullable: true,
    description: 'Codes of the list MethodTag, at most 20.',
  })
  methodTags?: string[] | null;
}
