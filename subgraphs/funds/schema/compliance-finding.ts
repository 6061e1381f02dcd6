import { InstantScalar } from '@linju/kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { ComplianceRule } from '../rules/compliance-rule.js';
import { FindingResult } from '../rules/finding-result.js';
import { Fund } from './fund.js';
import { PolicyInstrument } from './policy-instrument.js';
import { Provenance } from './shared.js';

@ObjectType('ComplianceFinding', {
  description: '合规认定\nWhat one rule found of one fund on one day. A finding, not a verdict.',
})
@Directive('@key(fields: "id")')
export class ComplianceFinding {
  @Field(() => ID, { description: 'compliancefinding_…' })
  id: string;

  @Field(() => Fund, { nullable: true, description: 'The fund it is about.' })
  fund?: object | null;

  @Field(() => ComplianceRule, { description: 'The rule.' })
  rule: ComplianceRule;

  @Field(() => FindingResult, { description: 'What it found. UNKNOWN is neither MET nor NOT_MET.' })
  result: FindingResult;

  @Field(() => InstantScalar, { description: 'The instant it speaks of.' })
  asOf: Date;

  @Field(() => InstantScalar, { description: 'When it was made.' })
  recordedAt: Date;

  @Field(() => String, { description: 'What it rests on, in words.' })
  detail: string;

  @Field(() => PolicyInstrument, { nullable: true, description: 'The policy the rule is of.' })
  policy?: object | null;

  @Field(() => Provenance, { nullable: true, description: 'Where the record comes from.' })
  provenance?: object | null;
}
