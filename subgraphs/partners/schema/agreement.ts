import { FenScalar, PartialDateScalar } from '@linju/kit';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

import { AgreementState } from '../rules/agreement-states.js';
import { BeneficiaryKind } from '../rules/beneficiary-kind.js';
import { CooperationMode } from '../rules/cooperation-mode.js';
import { PriceTier } from '../rules/price-tier.js';
import { SettlementCycle } from '../rules/settlement-cycle.js';
import { Community } from './community.js';
import { RevenueShareDueConnection } from './connections.js';
import { Facility } from './facility.js';
import { Fund } from './fund.js';
import { Membership } from './membership.js';
import { Organisation } from './organisation.js';
import { Period, Provenance, Transition } from './shared.js';

@ObjectType('FundingSplit', {
  description: '出资比例\nWho pays which share of a project, in basis points; 10,000 in all.',
})
export class FundingSplit {
  @Field(() => Int, { description: 'Share of the community.' })
  community: number;

  @Field(() => Int, { description: 'Share of the partner.' })
  partner: number;

  @Field(() => Int, { description: 'Share of others.' })
  other: number;
}

@ObjectType('SpaceGrant', { description: '空间使用\nThe space an agreement gives, and its price.' })
export class SpaceGrant {
  @Field(() => Facility, { nullable: true, description: 'Which space.' })
  facility?: Facility | null;

  @Field(() => PriceTier, { description: 'Free, below the market, or at the market.' })
  feeTier: PriceTier;

  @Field(() => FenScalar, {
    nullable: true,
    description: 'The fee, fen; null: free, or not stated.',
  })
  feeFen?: bigint | null;
}

@ObjectType('BeneficiaryAccount', {
  description:
    '收益入账账户\nWhere a revenue share goes: a community fund or a street service centre.',
})
export class BeneficiaryAccount {
  @Field(() => BeneficiaryKind, { description: 'Which of the two.' })
  kind: BeneficiaryKind;

  @Field(() => Fund, { nullable: true, description: 'With COMMUNITY_FUND.' })
  fund?: Fund | null;

  @Field(() => Organisation, { nullable: true, description: 'With STREET_SERVICE_CENTRE.' })
  organisation?: Organisation | null;
}

@ObjectType('Agreement', {
  description: '合作协议\nWhat a partner and a counterparty agreed: mode, money, space.',
})
@Directive('@key(fields: "id")')
export class Agreement {
  @Field(() => ID, { description: 'agreement_…' })
  id: string;

  @Field(() => Membership, { nullable: true, description: 'The membership it stands under.' })
  membership?: Membership | null;

  @Field(() => Organisation, { nullable: true, description: 'Who signs with the partner.' })
  counterparty?: Organisation | null;

  @Field(() => Community, { nullable: true, description: 'Null: of no one community.' })
  community?: Community | null;

  @Field(() => CooperationMode, { description: 'How the two work together.' })
  mode: CooperationMode;

  @Field(() => AgreementState, { description: 'Where it stands now.' })
  state: AgreementState;

  @Field(() => PartialDateScalar, { nullable: true, description: 'Null until it is signed.' })
  signedOn?: string | null;

  @Field(() => Period, {
    nullable: true,
    description: 'The time it is made for; null: not stated.',
  })
  period?: object | null;

  @Field(() => FenScalar, {
    nullable: true,
    description:
      'Price of the services bought, fen. Internal (P1): null for others than officers, analysts and the partner itself, and where none are bought.',
  })
  purchaseFen?: bigint | null;

  @Field(() => FundingSplit, {
    nullable: true,
    description: 'Who pays which share. Internal (P1), as purchaseFen.',
  })
  fundingSplitBps?: FundingSplit | null;

  @Field(() => SpaceGrant, { nullable: true, description: 'Null where no space is given.' })
  spaceGrant?: SpaceGrant | null;

  @Field(() => Int, {
    description: 'Share of the revenue that goes back, 0 to 10,000 basis points.',
  })
  revenueShareBps: number;

  @Field(() => BeneficiaryAccount, {
    nullable: true,
    description: 'Where the share goes; null where none is agreed.',
  })
  beneficiaryAccount?: BeneficiaryAccount | null;

  @Field(() => SettlementCycle, {
    nullable: true,
    description: 'How often the share is settled; null: not stated.',
  })
  settlementCycle?: SettlementCycle | null;

  @Field(() => Boolean, {
    description: 'Whether the two sides are related, so that money between them is no income.',
  })
  relatedParty: boolean;

  @Field(() => RevenueShareDueConnection, {
    nullable: true,
    description: 'What it has come to owe, in the order of the periods.',
  })
  revenueShareDues?: object | null;

  @Field(() => [Transition], { nullable: true, description: 'Its past states, oldest first.' })
  transitions?: object[] | null;

  @Field(() => Provenance, { nullable: true, description: 'Where the record comes from.' })
  provenance?: object | null;
}
