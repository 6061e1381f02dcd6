import { AdminCodeScalar, CodeScalar, FenScalar, WriteInput } from '@linju/kit';
import { Field, InputType, Int } from 'type-graphql';

import { BudgetPhase } from '../rules/budget-phase.js';

@InputType('RecordBudgetLineInput', {
  description:
    '登记惠民资金\nOne line of benefit money. What is there is final: a change is entered as ADJUSTED.',
})
export class RecordBudgetLineInput extends WriteInput {
  @Field(() => AdminCodeScalar, { description: 'The district or street it is for.' })
  place: string;

  @Field(() => Int, { description: 'The calendar year, 1900 to 2199.' })
  year: number;

  @Field(() => BudgetPhase, { description: 'How far it has come.' })
  phase: BudgetPhase;

  @Field(() => CodeScalar, {
    description: 'Functional code of the fiscal classification, at most 20 letters and digits.',
  })
  functionalCode: string;

  @Field(() => CodeScalar, {
    description: 'Economic code of the fiscal classification, at most 20 letters and digits.',
  })
  economicCode: string;

  @Field(() => CodeScalar, { description: 'A code of the list Purpose.' })
  purpose: string;

  @Field(() => FenScalar, { description: 'Fen, from 0.' })
  amountFen: bigint;
}
