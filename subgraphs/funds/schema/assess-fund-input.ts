import { InstantScalar, WriteInput } from '@linju/kit';
import { Field, ID, InputType, ObjectType } from 'type-graphql';

import { ComplianceFinding } from './compliance-finding.js';
import { Fund } from './fund.js';
import { UserError } from './shared.js';

@InputType('FundFactsInput', {
  description:
    '基金事实\nWhat is known of a fund beside its record. Null: not known, which makes a rule UNKNOWN.',
})
export class FundFactsInput {
  @Field(() => String, {
    nullable: true,
    description: 'The host’s full name, as its register has it.',
  })
  hostCharityName?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the fund is a legal person.' })
  isLegalPerson?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it has a bank account or a seal of its own.',
  })
  hasOwnAccountOrSeal?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it has sub-funds.' })
  hasSubFunds?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether only the host raises funds.' })
  isFundraisingByHostOnly?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it publishes regularly.' })
  publishesPeriodically?: boolean | null;
}

@InputType('AssessFundInput', {
  description:
    '合规认定\nHolds a fund of your district against the rules R1 to R10, as it stands at an instant.',
})
export class AssessFundInput extends WriteInput {
  @Field(() => ID, { description: 'fund_…' })
  fundId: string;

  @Field(() => InstantScalar, {
    nullable: true,
    description:
      'The instant the findings speak of; null: now. Not before 2025-01-01, when the rules came into force.',
  })
  asOf?: Date | null;

  @Field(() => FundFactsInput, {
    nullable: true,
    description: 'What is known beside the fund’s record.',
  })
  facts?: FundFactsInput | null;
}

@ObjectType('AssessFundPayload', { description: '合规认定结果\nWhat the rules found, or why not.' })
export class AssessFundPayload {
  @Field(() => Fund, { nullable: true, description: 'Null when the write was refused.' })
  fund?: object | null;

  @Field(() => [ComplianceFinding], {
    nullable: true,
    description: 'Ten findings, R1 to R10; null when the write was refused.',
  })
  findings?: object[] | null;

  @Field(() => [UserError], { description: 'Empty when the write was done.' })
  userErrors: object[];
}
