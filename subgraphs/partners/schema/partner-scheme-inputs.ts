import { AdminCodeScalar, FenScalar, WriteInput } from '@linju/kit';
import { Field, ID, InputType, Int } from 'type-graphql';

import { CooperationMode } from '../rules/cooperation-mode.js';
import { PartnerType } from '../rules/partner-type.js';
import { SchemeKind } from '../rules/scheme-kind.js';
import { SchemeStatus } from '../rules/scheme-status.js';

@InputType('AwardRuleInput', { description: '激励规则\nWhat a scheme gives each year.' })
export class AwardRuleInput {
  @Field(() => String, { description: 'The title a winner bears, 1 to 200 characters.' })
  title: string;

  @Field(() => FenScalar, { description: 'The least amount, fen, above 0.' })
  minFen: bigint;

  @Field(() => FenScalar, { description: 'The greatest amount, fen.' })
  maxFen: bigint;

  @Field(() => Int, { description: 'How often a year one membership may win, 1 to 12.' })
  perYear: number;
}

@InputType('OpenPartnerSchemeInput', {
  description: '设立合伙人计划\nA new partner scheme of your district.',
})
export class OpenPartnerSchemeInput extends WriteInput {
  @Field(() => String, { description: 'Its name, 1 to 200 characters.' })
  name: string;

  @Field(() => SchemeKind, { description: 'What kind of programme it is.' })
  kind: SchemeKind;

  @Field(() => SchemeStatus, {
    description: 'PLANNED or ACTIVE; only an active one takes members.',
  })
  status: SchemeStatus;

  @Field(() => AdminCodeScalar, { description: 'The district it is of.' })
  districtCode: string;

  @Field(() => ID, { nullable: true, description: 'The organisation that runs it.' })
  sponsorId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The policy it follows.' })
  policyId?: string | null;

  @Field(() => [PartnerType], { description: 'Which types of partners it takes, at least one.' })
  partnerTypes: PartnerType[];

  @Field(() => [CooperationMode], { description: 'Which modes it knows.' })
  modes: CooperationMode[];

  @Field(() => Boolean, { description: 'Whether anybody may apply.' })
  openRecruitment: boolean;

  @Field(() => AwardRuleInput, { nullable: true, description: 'What it gives; null: nothing.' })
  awardRule?: AwardRuleInput | null;
}
