import { Field, ID, InputType, ObjectType } from 'type-graphql';

import { Organisation } from './organisation.js';
import { Partner } from './partner.js';

@ObjectType('Donor', {
  description:
    '捐赠方\nWho gave. Public only for organisations that let themselves be named; else personal (P2): officers of the district see it, analysts of the city see it masked, the giving partner’s app sees its own.',
})
export class Donor {
  @Field(() => Organisation, { nullable: true, description: 'Null unless an organisation gave.' })
  organisation?: object | null;

  @Field(() => Partner, { nullable: true, description: 'Null unless a community partner gave.' })
  partner?: object | null;

  @Field(() => String, {
    nullable: true,
    description: 'A name, where no record stands for the donor.',
  })
  name?: string | null;

  @Field(() => Boolean, { description: 'Whether only part of it is shown, such as 张**.' })
  masked: boolean;
}

@InputType('DonorInput', { description: '捐赠方\nWho gives: exactly one of the three.' })
export class DonorInput {
  @Field(() => ID, { nullable: true, description: 'An organisation of the register.' })
  organisationId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'A community partner; exactly for money from a PARTNER.',
  })
  partnerId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A name, up to 100 characters. Kept apart from the transfer and shown to few.',
  })
  name?: string | null;
}
