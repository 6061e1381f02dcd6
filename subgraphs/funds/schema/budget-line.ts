import { FenScalar, InstantScalar } from '@linju/kit';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

import { BudgetPhase } from '../rules/budget-phase.js';
import { Area } from './area.js';
import { Provenance } from './shared.js';

@ObjectType('BudgetLine', {
  description:
    '惠民资金\nOne line of benefit money of a place and year. A line is never changed: what changes is entered as ADJUSTED.',
})
@Directive('@key(fields: "id")')
export class BudgetLine {
  @Field(() => ID, { description: 'budgetline_…' })
  id: string;

  @Field(() => Area, { nullable: true, description: 'The district or street it is for.' })
  place?: object | null;

  @Field(() => Int, { description: 'The calendar year.' })
  year: number;

  @Field(() => BudgetPhase, { description: 'How far it has come.' })
  phase: BudgetPhase;

  @Field(() => String, { description: 'Functional code of the fiscal classification.' })
  functionalCode: string;

  @Field(() => String, { description: 'Economic code of the fiscal classification.' })
  economicCode: string;

  @Field(() => String, { description: 'A code of the list Purpose.' })
  purpose: string;

  @Field(() => FenScalar, { description: 'The amount, fen; "0" is a line without money.' })
  amountFen: bigint;

  @Field(() => InstantScalar, { description: 'When it was entered.' })
  recordedAt: Date;

  @Field(() => Provenance, { nullable: true, description: 'Where the record comes from.' })
  provenance?: object | null;
}
