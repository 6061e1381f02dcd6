import { AdminCodeScalar, CodeScalar, InstantScalar, PageArgs } from '@linju/kit';
import { ArgsType, Field, ID, InputType, Int, registerEnumType } from 'type-graphql';

import { MembershipState } from '../rules/membership-states.js';
import { NeedItemState } from '../rules/need-item-states.js';
import { OfferingStatus } from '../rules/offering-status.js';
import { PartnerType } from '../rules/partner-type.js';
import { PriceTier } from '../rules/price-tier.js';
import { ResourceKind } from '../rules/resource-kind.js';

/** The orders of partners and of services. */
export const PartnerOrder = { NAME: 'NAME', LAST_VERIFIED: 'LAST_VERIFIED' } as const;
export type PartnerOrder = (typeof PartnerOrder)[keyof typeof PartnerOrder];
registerEnumType(PartnerOrder, {
  name: 'PartnerOrder',
  description: '排序\nThe order of a list of partners or services.',
  valuesConfig: {
    NAME: { description: '按名称\nBy name.' },
    LAST_VERIFIED: { description: '按核实时间\nThe ones checked last come first.' },
  },
});

/** The orders of needs. */
export const NeedItemOrder = { NEWEST: 'NEWEST', OLDEST: 'OLDEST' } as const;
export type NeedItemOrder = (typeof NeedItemOrder)[keyof typeof NeedItemOrder];
registerEnumType(NeedItemOrder, {
  name: 'NeedItemOrder',
  description: '排序\nThe order of a list of needs.',
  valuesConfig: {
    NEWEST: { description: '最新在前\nThe ones raised last come first.' },
    OLDEST: { description: '最早在前\nThe ones raised first come first.' },
  },
});

@InputType('PartnerFilter', {
  description: '筛选合伙人\nConditions on partners; all hold together.',
})
export class PartnerFilter {
  @Field(() => PartnerType, { nullable: true, description: 'Of this type.' })
  type?: PartnerType | null;

  @Field(() => CodeScalar, { nullable: true, description: 'With this code of PartnerSubtype.' })
  subtype?: string | null;

  @Field(() => ID, { nullable: true, description: 'With a membership in this scheme.' })
  scheme?: string | null;

  @Field(() => MembershipState, {
    nullable: true,
    description: 'With a membership in this state; with scheme, in that scheme.',
  })
  state?: MembershipState | null;

  @Field(() => CodeScalar, {
    nullable: true,
    description: 'Offering a service of this kind (ServiceKind) that can be had now.',
  })
  serviceKind?: string | null;
}

@InputType('ServiceOfferingFilter', { description: '筛选服务项目\nConditions on services.' })
export class ServiceOfferingFilter {
  @Field(() => CodeScalar, { nullable: true, description: 'Of this kind (ServiceKind).' })
  serviceKind?: string | null;

  @Field(() => PriceTier, { nullable: true, description: 'Of this tier.' })
  priceTier?: PriceTier | null;

  @Field(() => OfferingStatus, { nullable: true, description: 'In this condition.' })
  status?: OfferingStatus | null;

  @Field(() => ID, { nullable: true, description: 'Of partners with a membership in this scheme.' })
  scheme?: string | null;
}

@InputType('NeedItemFilter', { description: '筛选需求\nConditions on needs; all hold together.' })
export class NeedItemFilter {
  @Field(() => NeedItemState, { nullable: true, description: 'In this state.' })
  state?: NeedItemState | null;

  @Field(() => CodeScalar, { nullable: true, description: 'Of this kind (ServiceKind).' })
  category?: string | null;
}

/** A page of the partners of a place. */
@ArgsType()
export class PartnersOfPlaceArgs extends PageArgs {
  @Field(() => PartnerFilter, { nullable: true, description: 'Which; null: all.' })
  filter?: PartnerFilter | null;

  @Field(() => PartnerOrder, { nullable: true, description: 'In which order; null: NAME.' })
  orderBy?: PartnerOrder | null;
}

/** A page of partners. */
@ArgsType()
export class PartnersArgs extends PartnersOfPlaceArgs {
  @Field(() => AdminCodeScalar, {
    nullable: true,
    description: 'Of this city, district or street; null: of all.',
  })
  area?: string | null;
}

/** A page of services. */
@ArgsType()
export class ServiceOfferingsArgs extends PageArgs {
  @Field(() => AdminCodeScalar, {
    nullable: true,
    description: 'Of partners of this city or district; null: of all.',
  })
  area?: string | null;

  @Field(() => ServiceOfferingFilter, { nullable: true, description: 'Which; null: all.' })
  filter?: ServiceOfferingFilter | null;

  @Field(() => PartnerOrder, { nullable: true, description: 'In which order; null: NAME.' })
  orderBy?: PartnerOrder | null;
}

/** A page of the needs of a place. */
@ArgsType()
export class NeedsOfPlaceArgs extends PageArgs {
  @Field(() => NeedItemFilter, { nullable: true, description: 'Which; null: all.' })
  filter?: NeedItemFilter | null;

  @Field(() => NeedItemOrder, { nullable: true, description: 'In which order; null: NEWEST.' })
  orderBy?: NeedItemOrder | null;
}

/** A page of needs. */
@ArgsType()
export class NeedsArgs extends NeedsOfPlaceArgs {
  @Field(() => AdminCodeScalar, {
    nullable: true,
    description: 'Of this city, district or street; null: of all.',
  })
  area?: string | null;
}

/** A page of what an area has. */
@ArgsType()
export class AreaArgs extends PageArgs {
  @Field(() => AdminCodeScalar, {
    nullable: true,
    description: 'Of this city or district; null: of all.',
  })
  area?: string | null;
}

/** A page of resources. */
@ArgsType()
export class ResourceItemsArgs extends AreaArgs {
  @Field(() => ResourceKind, { nullable: true, description: 'Only of this kind.' })
  kind?: ResourceKind | null;
}

/** A page of the memberships of a scheme. */
@ArgsType()
export class MembershipsArgs extends PageArgs {
  @Field(() => MembershipState, { nullable: true, description: 'Only in this state.' })
  state?: MembershipState | null;
}

/** A page of the awards of a scheme. */
@ArgsType()
export class AwardsArgs extends PageArgs {
  @Field(() => Int, { nullable: true, description: 'Only of this calendar year.' })
  year?: number | null;
}

/** A page of the services that fit a need. */
@ArgsType()
export class CandidatesArgs extends PageArgs {
  @Field(() => [AdminCodeScalar], {
    nullable: true,
    description: 'Only of partners of these districts; null: of the whole city of the need.',
  })
  districts?: string[] | null;
}

/** The year and the instant of a candidacy. */
@ArgsType()
export class CandidacyArgs {
  @Field(() => Int, { description: 'The calendar year of the award, such as 2024.' })
  year: number;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'What was true before this instant; null: latest.',
  })
  asOf?: Date | null;
}

/** The period of totals. */
@ArgsType()
export class TotalsArgs {
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Counts what happened from here on; null: since ever.',
  })
  from?: Date | null;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Counts what happened before; null: until now.',
  })
  to?: Date | null;
}
