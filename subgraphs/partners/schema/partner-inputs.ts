import { CodeScalar, WriteInput } from '@linju/kit';
import { Field, ID, InputType } from 'type-graphql';

import { PartnerType } from '../rules/partner-type.js';
import { PremisesState } from '../rules/premises-state.js';
import { PlacedInput } from './place-input.js';

@InputType('IndividualProfileInput', {
  description:
    '个人合伙人资料\nHow to reach an individual partner. Personal: kept apart, never public.',
})
export class IndividualProfileInput {
  @Field(() => String, { description: 'Whom to ask for, 1 to 50 characters.' })
  contactName: string;

  @Field(() => String, { description: 'A mobile number, or a landline with its area code.' })
  phone: string;
}

@InputType('PremisesInput', { description: '经营场所\nWhere a partner works from.' })
export class PremisesInput {
  @Field(() => PremisesState, { description: 'KNOWN with facilities; NONE or UNKNOWN without.' })
  state: PremisesState;

  @Field(() => [ID], { nullable: true, description: 'facility_…, at most 20; with KNOWN.' })
  facilityIds?: string[] | null;
}

@InputType('RegisterPartnerInput', {
  description:
    '登记合伙人\nA new partner of your district: an organisation, or a person with a profile, never both.',
})
export class RegisterPartnerInput extends PlacedInput {
  @Field(() => PartnerType, { description: 'INDIVIDUAL for a person, one of the others else.' })
  type: PartnerType;

  @Field(() => [CodeScalar], {
    nullable: true,
    description: 'Codes of PartnerSubtype, at most 10.',
  })
  subtypes?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The public name of an organisation; left out for a person, who gets a neutral one.',
  })
  displayName?: string | null;

  @Field(() => ID, { nullable: true, description: 'The organisation; left out for a person.' })
  organisationId?: string | null;

  @Field(() => IndividualProfileInput, {
    nullable: true,
    description: 'How to reach a person; left out for an organisation.',
  })
  individualProfile?: IndividualProfileInput | null;

  @Field(() => PremisesInput, { description: 'Where it works from.' })
  premises: PremisesInput;
}

@InputType('MergePartnersInput', {
  description:
    '合并合伙人\nTwo records of one partner become one. The given-up id goes on leading to the survivor, who takes over what hangs on it.',
})
export class MergePartnersInput extends WriteInput {
  @Field(() => ID, { description: 'The record that is given up.' })
  mergedId: string;

  @Field(() => ID, { description: 'The record that stays. Both are of one type and district.' })
  survivorId: string;
}

@InputType('VerifyPartnerInput', {
  description: '核实合伙人\nSays that somebody has checked the entry of a partner.',
})
export class VerifyPartnerInput extends WriteInput {
  @Field(() => ID, { description: 'partner_…' })
  partnerId: string;

  @Field(() => ID, { description: 'The organisation that checked it; never a person.' })
  verifiedById: string;

  @Field(() => PremisesInput, {
    nullable: true,
    description: 'Its premises, if they were found to be other than recorded.',
  })
  premises?: PremisesInput | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'The titles it holds, in the place of those recorded; at most 20, never with the name of a person.',
  })
  honours?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Those of its services that were checked too; at most 50.',
  })
  offeringIds?: string[] | null;
}
