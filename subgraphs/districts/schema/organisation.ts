import { PartialDateScalar } from '@linju/kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { EnterpriseTier } from '../rules/enterprise-tier.js';
import { OrganisationKind } from '../rules/organisation-kind.js';
import { District } from './district.js';
import { Provenance } from './shared.js';

@ObjectType('OrganisationName', {
  description: '曾用名/别名\nAnother name of an organisation, with the time it was in use.',
})
export class OrganisationName {
  @Field(() => String, { description: 'The name.' })
  name: string;

  @Field(() => PartialDateScalar, { nullable: true, description: 'Null: not stated.' })
  from?: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'Null: still in use, or not stated.',
  })
  to?: string | null;
}

@ObjectType('Identifier', {
  description: '外部标识\nAn identifier of an organisation in some register.',
})
export class Identifier {
  @Field(() => String, { description: 'The register.' })
  scheme: string;

  @Field(() => String, { description: 'The identifier in it.' })
  value: string;
}

@ObjectType('EnterpriseTierPeriod', {
  description: '梯队记录\nA tier of enterprise development and when it began.',
})
export class EnterpriseTierPeriod {
  @Field(() => EnterpriseTier, { description: 'The tier.' })
  tier: EnterpriseTier;

  @Field(() => PartialDateScalar, { nullable: true, description: 'Since when; null: not stated.' })
  from?: string | null;
}

@ObjectType('Organisation', {
  description:
    '组织\nA body that acts: an office, an enterprise, a social organisation. One record, whatever roles it plays. Old ids of merged organisations lead to the survivor.',
})
@Directive('@key(fields: "id")')
export class Organisation {
  @Field(() => ID, { description: 'organisation_…' })
  id: string;

  @Field(() => String, { description: 'Its name as the source writes it.' })
  name: string;

  @Field(() => [OrganisationName], { nullable: true, description: 'Other and former names.' })
  otherNames?: OrganisationName[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Unified social credit code (GB 32100-2015), 18 characters; null where unknown or none.',
  })
  uscc?: string | null;

  @Field(() => [Identifier], {
    nullable: true,
    description: 'Identifiers in other registers.',
  })
  identifiers?: Identifier[] | null;

  @Field(() => OrganisationKind, { description: 'What kind of body it is.' })
  kind: OrganisationKind;

  @Field(() => Organisation, {
    nullable: true,
    description: 'The body it is part of; null: none stated.',
  })
  parent?: Organisation | null;

  @Field(() => District, {
    nullable: true,
    description: 'Where it has its seat; null where not stated.',
  })
  seat?: District | null;

  @Field(() => PartialDateScalar, { nullable: true, description: 'Null: not stated.' })
  foundedOn?: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'Null: not dissolved, or not stated.',
  })
  dissolvedOn?: string | null;

  @Field(() => [EnterpriseTierPeriod], {
    nullable: true,
    description: 'Its tiers in the order of time; enterprises only.',
  })
  enterpriseTier?: EnterpriseTierPeriod[] | null;

  @Field(() => Provenance, { nullable: true, description: 'Where the record comes from.' })
  provenance?: object | null;
}
