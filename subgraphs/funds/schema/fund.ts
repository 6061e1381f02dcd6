import { PartialDateScalar } from '@linju/kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { FundKind } from '../rules/fund-kind.js';
import { FundState } from '../rules/fund-state.js';
import { FundraisingKind } from '../rules/fundraising-kind.js';
import { Account } from './account.js';
import { Community } from './community.js';
import { ComplianceFinding } from './compliance-finding.js';
import {
  DisclosureConnection,
  GrantConnection,
  PledgeConnection,
  TransferConnection,
} from './connections.js';
import { District } from './district.js';
import { FundCommittee } from './fund-committee.js';
import { Organisation } from './organisation.js';
import { PolicyInstrument } from './policy-instrument.js';
import { CodeValue, Figure, Provenance, Quantity, ReportedFigure, Transition } from './shared.js';
import { Street } from './street.js';

@ObjectType('Fund', {
  description:
    '社区基金\nMoney held for a community under one name, usually with a charity that hosts it. A fund has no sub-funds.',
})
@Directive('@key(fields: "id")')
export class Fund {
  @Field(() => ID, { description: 'fund_…' })
  id: string;

  @Field(() => String, { description: 'Its name in Chinese.' })
  name: string;

  @Field(() => [String], { description: 'Other ways its name is written.' })
  aliases: string[];

  @Field(() => FundKind, { description: 'Which kind of fund it is.' })
  kind: FundKind;

  @Field(() => Community, {
    nullable: true,
    description: 'The community it is for; null where it is for a wider place.',
  })
  community?: object | null;

  @Field(() => Street, { nullable: true, description: 'Null where not stated.' })
  street?: object | null;

  @Field(() => District, { nullable: true, description: 'The district its money counts in.' })
  district?: object | null;

  @Field(() => Organisation, {
    nullable: true,
    description: 'The charity that holds it; null where not stated.',
  })
  hostCharity?: object | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'When it was first agreed on, as finely as is known. Earlier than the launch.',
  })
  initiatedAt?: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'The day it was formally launched; null before that.',
  })
  launchedOn?: string | null;

  @Field(() => FundState, { description: 'Where it stands.' })
  state: FundState;

  @Field(() => Quantity, {
    nullable: true,
    description:
      'How many founded it, in the unit that was stated: units and individuals are not told apart where the source does not. Null where not stated, and for small numbers of persons.',
  })
  founders?: object | null;

  @Field(() => FundCommittee, {
    nullable: true,
    description: 'Null where nothing of it is stated.',
  })
  committee?: FundCommittee | null;

  @Field(() => FundraisingKind, { description: 'How it asks for money.' })
  fundraisingKind: FundraisingKind;

  @Field(() => [CodeValue], {
    nullable: true,
    description: 'What it is for: values of the list Purpose.',
  })
  purposes?: object[] | null;

  @Field(() => [CodeValue], {
    nullable: true,
    description:
      'The ways of giving that the fund names, as values of InflowChannel. How much came by each may not be known: see inflowByChannel.',
  })
  inflowChannels?: object[] | null;

  @Field(() => PolicyInstrument, {
    nullable: true,
    description: 'The policy it was set up under; null where not stated.',
  })
  policy?: object | null;

  @Field(() => [Account], { nullable: true, description: 'Its accounts, by code.' })
  accounts?: Account[] | null;

  @Field(() => TransferConnection, {
    nullable: true,
    description: 'Transfers into, out of and inside the fund, by effectiveAt, oldest first.',
  })
  transfers?: object | null;

  @Field(() => PledgeConnection, {
    nullable: true,
    description: 'What was promised to it, by date.',
  })
  pledges?: object | null;

  @Field(() => GrantConnection, { nullable: true, description: 'What it grants, oldest first.' })
  grants?: object | null;

  @Field(() => DisclosureConnection, {
    nullable: true,
    description: 'What it has to publish, by due date.',
  })
  disclosures?: object | null;

  @Field(() => [ComplianceFinding], {
    nullable: true,
    description:
      'What the rules R1 to R10 find of it: the findings in force, at most one per rule. Empty before 2025-01-01, when the rules came into force. Findings, not verdicts: older funds are not wrong.',
  })
  complianceFindings?: ComplianceFinding[] | null;

  @Field(() => Figure, {
    nullable: true,
    description:
      '造血率 (M10)\nThe part of all cash received that came after the founding: posted OPERATING inflow ÷ posted FOUNDING and OPERATING inflow, fen, since the first inflow. STRICT and UNRELATED are null NOT_STATED where a channel or a relation is not stated.',
  })
  selfGeneration?: object | null;

  @Field(() => Figure, {
    nullable: true,
    description:
      '日均造血\nOPERATING inflow per day since the launch, fen: the denominator counts the days from launchedOn to the last day before asOf, or, without asOf, to the day of the last such inflow.',
  })
  selfGeneratedPerDay?: object | null;

  @Field(() => Figure, {
    nullable: true,
    description:
      '各渠道捐赠 (M11)\nCash received by channel. The value is the total, fen; each part has the channel’s fen as numerator, the total as denominator and its share as value.',
  })
  inflowByChannel?: object | null;

  @Field(() => [ReportedFigure], { nullable: true, description: 'What documents state about it.' })
  reportedFigures?: object[] | null;

  @Field(() => [Transition], { nullable: true, description: 'Its past states, oldest first.' })
  transitions?: object[] | null;

  @Field(() => Provenance, { nullable: true, description: 'Where the record comes from.' })
  provenance?: object | null;
}
