import { PartialDateScalar, WriteInput } from '@linju/kit';
import { Field, ID, InputType } from 'type-graphql';

@InputType('RenameOrganisationInput', {
  description: '组织更名\nA new name; the old one is kept with the time it was in use.',
})
export class RenameOrganisationInput extends WriteInput {
  @Field(() => ID, { description: 'organisation_…' })
  organisationId: string;

  @Field(() => String, { description: 'The new name, 1 to 200 characters.' })
  name: string;

  @Field(() => PartialDateScalar, { nullable: true, description: 'Since when; null: not known.' })
  from?: string | null;
}
