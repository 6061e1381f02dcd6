import { AdminCodeScalar, PartialDateScalar, WriteInput } from '@linju/kit';
import { Field, ID, InputType } from 'type-graphql';

import { OrganisationKind } from '../rules/organisation-kind.js';

@InputType('IdentifierInput', { description: '标识\nAn identifier in another register.' })
export class IdentifierInput {
  @Field(() => String, { description: 'The register, 1 to 50 characters.' })
  scheme: string;

  @Field(() => String, { description: 'The identifier in it, 1 to 100 characters.' })
  value: string;
}

@InputType('RegisterOrganisationInput', {
  description: '登记组织\nA new organisation with its seat in your district.',
})
export class RegisterOrganisationInput extends WriteInput {
  @Field(() => String, { description: 'Its name, 1 to 200 characters. Never a person’s.' })
  name: string;

  @Field(() => OrganisationKind, { description: 'What kind of body it is.' })
  kind: OrganisationKind;

  @Field(() => AdminCodeScalar, { description: 'The district it has its seat in.' })
  districtCode: string;

  @Field(() => String, {
    nullable: true,
    description: 'Unified social credit code; null: none or unknown.',
  })
  uscc?: string | null;

  @Field(() => [IdentifierInput], {
    nullable: true,
    description: 'Identifiers in other registers, at most 20.',
  })
  identifiers?: IdentifierInput[] | null;

  @Field(() => ID, { nullable: true, description: 'The body it is part of.' })
  parentId?: string | null;

  @Field(() => PartialDateScalar, { nullable: true, description: 'Null: not known.' })
  foundedOn?: string | null;
}
