import { FenScalar } from '@linju/kit';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

import { CooperationMode } from '../rules/cooperation-mode.js';
import { PartnerType } from '../rules/partner-type.js';
import { SchemeKind } from '../rules/scheme-kind.js';
import { SchemeStatus } from '../rules/scheme-status.js';
import { City } from './city.js';
import { AwardConnection, MembershipConnection } from './connections.js';
import { District } from './district.js';
import { Organisation } from './organisation.js';
import { PolicyInstrument } from './policy-instrument.js';
import { Provenance, ReportedFigure } from './shared.js';

@ObjectType('AwardRule', {
  description: '激励规则\nWhat a scheme gives its best members each year.',
})
export class AwardRule {
  @Field(() => String, { description: 'The title that a winner bears.' })
  title: string;

  @Field(() => FenScalar, { description: 'The least amount, fen.' })
  minFen: bigint;

  @Field(() => FenScalar, { description: 'The greatest amount, fen.' })
  maxFen: bigint;

  @Field(() => Int, { description: 'How often a year one membership may win.' })
  perYear: number;
}

@ObjectType('PartnerScheme', {
  description:
    '合伙人计划\nA programme with a sponsor in which partners become members. A city or a district may have several.',
})
@Directive('@key(fields: "id")')
export class PartnerScheme {
  @Field(() => ID, { description: 'partnerscheme_…' })
  id: string;

  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => SchemeKind, { description: 'What kind of programme it is.' })
  kind: SchemeKind;

  @Field(() => SchemeStatus, { description: 'Whether it is at work.' })
  status: SchemeStatus;

  @Field(() => Organisation, { nullable: true, description: 'Who runs it; null: not stated.' })
  sponsor?: Organisation | null;

  @Field(() => City, { nullable: true, description: 'The city it belongs to.' })
  city?: City | null;

  @Field(() => District, { nullable: true, description: 'Null: it is of the whole city.' })
  district?: District | null;

  @Field(() => PolicyInstrument, {
    nullable: true,
    description: 'The rules it follows; null: none stated.',
  })
  policy?: PolicyInstrument | null;

  @Field(() => [PartnerType], { description: 'The types of partners it takes; empty: not stated.' })
  partnerTypes: PartnerType[];

  @Field(() => [CooperationMode], {
    description: 'The modes of cooperation it knows; empty: not stated.',
  })
  modes: CooperationMode[];

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether anybody may apply; null: not stated.',
  })
  openRecruitment?: boolean | null;

  @Field(() => AwardRule, {
    nullable: true,
    description: 'What it gives each year; null: nothing is stated.',
  })
  awardRule?: AwardRule | null;

  @Field(() => MembershipConnection, {
    nullable: true,
    description: 'Its memberships, in the order of their ids.',
  })
  memberships?: object | null;

  @Field(() => AwardConnection, {
    nullable: true,
    description:
      'Its awards, newest year first. Awards to persons are shown to officers and analysts only.',
  })
  awards?: object | null;

  @Field(() => [ReportedFigure], { nullable: true, description: 'What documents state about it.' })
  reportedFigures?: object[] | null;

  @Field(() => Provenance, { nullable: true, description: 'Where the record comes from.' })
  provenance?: object | null;
}
