import { FenScalar, InstantScalar, PartialDateScalar, WriteInput } from '@linju/kit';
import { Field, ID, InputType, Int } from 'type-graphql';

import { DonorKind } from '../rules/donor-kind.js';
import { DonorVisibility } from '../rules/donor-visibility.js';
import { PledgeKind } from '../rules/pledge-kind.js';
import { DonorInput } from './donor.js';

@InputType('OpenPledgeInput', {
  description: '登记认捐\nA promise to give money to a fund of your district.',
})
export class OpenPledgeInput extends WriteInput {
  @Field(() => ID, { description: 'fund_…' })
  fundId: string;

  @Field(() => PledgeKind, { description: 'For the founding, or every month.' })
  kind: PledgeKind;

  @Field(() => FenScalar, { description: 'Fen, above 0; of MONTHLY each time.' })
  amountFen: bigint;

  @Field(() => Int, { nullable: true, description: 'Of MONTHLY, 1 to 28; else left out.' })
  dayOfMonth?: number | null;

  @Field(() => PartialDateScalar, { description: 'The first day it holds, YYYY-MM-DD.' })
  from: string;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'The first day it no longer holds, YYYY-MM-DD; null: open.',
  })
  to?: string | null;

  @Field(() => DonorKind, { description: 'What kind of giver.' })
  donorKind: DonorKind;

  @Field(() => DonorInput, {
    nullable: true,
    description: 'Who promises. Kept apart and shown to few.',
  })
  donor?: DonorInput | null;

  @Field(() => DonorVisibility, {
    nullable: true,
    description: 'NAMED for organisations only; ANONYMOUS unless given.',
  })
  donorVisibility?: DonorVisibility | null;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When it came about; null: now. Never in the future.',
  })
  effectiveAt?: Date | null;
}
