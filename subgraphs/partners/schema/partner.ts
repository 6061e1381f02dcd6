import { CodeScalar, InstantScalar } from '@linju/kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { PartnerType } from '../rules/partner-type.js';
import { PremisesState } from '../rules/premises-state.js';
import { City } from './city.js';
import { Community } from './community.js';
import { NeedMatchConnection } from './connections.js';
import { District } from './district.js';
import { Facility } from './facility.js';
import { Membership } from './membership.js';
import { Organisation } from './organisation.js';
import { ServiceOffering } from './service-offering.js';
import { Provenance } from './shared.js';
import { Street } from './street.js';

@ObjectType('IndividualProfile', {
  description:
    '个人合伙人资料\nHow to reach an individual partner. Personal (P2): whole for officers of the district and the partner itself, masked (张**, 138****1234) for analysts of the city, for others absent.',
})
export class IndividualProfile {
  @Field(() => String, { description: 'Whom to ask for.' })
  contactName: string;

  @Field(() => String, { description: 'The number to call.' })
  phone: string;
}

@ObjectType('Partner', {
  description:
    '社区合伙人\nAn organisation or a person who takes part in building a community. One record whatever schemes it is in; old ids of merged partners lead to the survivor.',
})
@Directive('@key(fields: "id")')
export class Partner {
  @Field(() => ID, { description: 'partner_…' })
  id: string;

  @Field(() => PartnerType, { description: 'COMMERCIAL, COMMUNITY_GROUP or INDIVIDUAL.' })
  type: PartnerType;

  @Field(() => [CodeScalar], {
    description: 'Codes of the list PartnerSubtype; empty: not stated.',
  })
  subtypes: string[];

  @Field(() => String, {
    description: 'The name it is shown under. For a person a neutral one, never the person’s name.',
  })
  displayName: string;

  @Field(() => Organisation, {
    nullable: true,
    description: 'The organisation behind it; null for individuals.',
  })
  organisation?: Organisation | null;

  @Field(() => IndividualProfile, {
    nullable: true,
    description: 'Personal (P2); null for organisations, and for callers who may not see it.',
  })
  individualProfile?: IndividualProfile | null;

  @Field(() => City, { nullable: true, description: 'The city it works in.' })
  city?: City | null;

  @Field(() => District, {
    nullable: true,
    description:
      'The district its records count for; null only where the source of a city-wide scheme names none.',
  })
  district?: District | null;

  @Field(() => Street, { nullable: true, description: 'Null where not stated.' })
  street?: Street | null;

  @Field(() => Community, { nullable: true, description: 'Null where not stated.' })
  community?: Community | null;

  @Field(() => [Membership], {
    nullable: true,
    description: 'The schemes it is or was a member of.',
  })
  memberships?: Membership[] | null;

  @Field(() => [ServiceOffering], { nullable: true, description: 'What it offers, by name.' })
  offerings?: ServiceOffering[] | null;

  @Field(() => [Facility], { nullable: true, description: 'Where it works from, as far as known.' })
  premises?: Facility[] | null;

  @Field(() => PremisesState, {
    description: 'Whether premises are listed, declared to be none, or not known.',
  })
  premisesState: PremisesState;

  @Field(() => [String], { description: 'Titles it holds, without names of persons.' })
  honours: string[];

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When somebody last checked this entry; null: never.',
  })
  lastVerifiedAt?: Date | null;

  @Field(() => Organisation, { nullable: true, description: 'Who checked it.' })
  verifiedBy?: Organisation | null;

  @Field(() => NeedMatchConnection, {
    nullable: true,
    description: 'Its matches with needs, in the order they were proposed.',
  })
  matches?: object | null;

  @Field(() => Provenance, { nullable: true, description: 'Where the record comes from.' })
  provenance?: object | null;
}
