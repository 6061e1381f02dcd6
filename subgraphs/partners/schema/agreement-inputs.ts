import { FenScalar, InstantScalar, MoveInput, PartialDateScalar, WriteInput } from '@linju/kit';
import { Field, ID, InputType, Int } from 'type-graphql';

import { AgreementState } from '../rules/agreement-states.js';
import { BeneficiaryKind } from '../rules/beneficiary-kind.js';
import { CooperationMode } from '../rules/cooperation-mode.js';
import { PriceTier } from '../rules/price-tier.js';
import { SettlementCycle } from '../rules/settlement-cycle.js';

@InputType('FundingSplitInput', {
  description: '出资比例\nWho pays which share, in basis points; 10,000 in all.',
})
export class FundingSplitInput {
  @Field(() => Int, { description: 'Share of the community.' })
  community: number;

  @Field(() => Int, { description: 'Share of the partner.' })
  partner: number;

  @Field(() => Int, { description: 'Share of others.' })
  other: number;
}

@InputType('SpaceGrantInput', { description: '空间使用\nThe space that is given, and its price.' })
export class SpaceGrantInput {
  @Field(() => ID, { description: 'facility_…' })
  facilityId: string;

  @Field(() => PriceTier, { description: 'Free, below the market, or at the market.' })
  feeTier: PriceTier;

  @Field(() => FenScalar, { nullable: true, description: 'The fee, fen; left out when FREE.' })
  feeFen?: bigint | null;
}

@InputType('BeneficiaryAccountInput', {
  description: '收益入账账户\nWhere a revenue share goes.',
})
export class BeneficiaryAccountInput {
  @Field(() => BeneficiaryKind, { description: 'Which kind of account.' })
  kind: BeneficiaryKind;

  @Field(() => ID, { nullable: true, description: 'fund_…, with COMMUNITY_FUND.' })
  fundId?: string | null;

  @Field(() => ID, { nullable: true, description: 'organisation_…, with STREET_SERVICE_CENTRE.' })
  organisationId?: string | null;
}

@InputType('DraftAgreementInput', {
  description: '草拟合作协议\nA new agreement under a membership, as a draft.',
})
export class DraftAgreementInput extends WriteInput {
  @Field(() => ID, { description: 'membership_…' })
  membershipId: string;

  @Field(() => ID, { description: 'The organisation that signs with the partner.' })
  counterpartyId: string;

  @Field(() => ID, { nullable: true, description: 'The community it is for.' })
  communityId?: string | null;

  @Field(() => CooperationMode, { description: 'How the two work together.' })
  mode: CooperationMode;

  @Field(() => InstantScalar, { nullable: true, description: 'From when it is made; included.' })
  from?: Date | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Until when; not included.' })
  to?: Date | null;

  @Field(() => FenScalar, { nullable: true, description: 'Price of the services bought, fen.' })
  purchaseFen?: bigint | null;

  @Field(() => FundingSplitInput, { nullable: true, description: 'Who pays which share.' })
  fundingSplitBps?: FundingSplitInput | null;

  @Field(() => SpaceGrantInput, {
    nullable: true,
    description: 'The space that is given; due for SPACE_FOR_RESOURCES.',
  })
  spaceGrant?: SpaceGrantInput | null;

  @Field(() => Int, {
    description: 'Share of the revenue that goes back, 0 to 10,000 basis points.',
  })
  revenueShareBps: number;

  @Field(() => BeneficiaryAccountInput, {
    nullable: true,
    description: 'Where the share goes; due when revenueShareBps is above 0.',
  })
  beneficiaryAccount?: BeneficiaryAccountInput | null;

  @Field(() => SettlementCycle, { nullable: true, description: 'How often it is settled.' })
  settlementCycle?: SettlementCycle | null;

  @Field(() => Boolean, { description: 'Whether the two sides are related.' })
  relatedParty: boolean;
}

@InputType('MoveAgreementInput', {
  description:
    '变更合作协议状态\nOne move of an agreement. SIGNED takes the day of effectiveAt as signedOn; EXPIRED waits for the end of the period.',
})
export class MoveAgreementInput extends MoveInput {
  @Field(() => ID, { description: 'agreement_…' })
  agreementId: string;

  @Field(() => AgreementState, { description: 'The state it moves to.' })
  to: AgreementState;
}

@InputType('RecordRevenueShareDueInput', {
  description: '登记应付收益\nWhat an agreement owes for a period, worked out from the income.',
})
export class RecordRevenueShareDueInput extends WriteInput {
  @Field(() => ID, { description: 'agreement_…' })
  agreementId: string;

  @Field(() => InstantScalar, { description: 'The period begins here; included.' })
  from: Date;

  @Field(() => InstantScalar, { description: 'The period ends here; not included.' })
  to: Date;

  @Field(() => FenScalar, {
    description: 'The income of the period that the share is taken from, fen.',
  })
  baseFen: bigint;

  @Field(() => PartialDateScalar, { description: 'The day it is due, YYYY-MM-DD.' })
  dueOn: string;
}
