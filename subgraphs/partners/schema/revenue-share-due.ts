import { FenScalar, PartialDateScalar } from '@linju/kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { Agreement } from './agreement.js';
import { Period, Provenance } from './shared.js';

@ObjectType('RevenueShareDue', {
  description: '应付收益反哺\nWhat an agreement owes for one period.',
})
@Directive('@key(fields: "id")')
export class RevenueShareDue {
  @Field(() => ID, { description: 'revenuesharedue_…' })
  id: string;

  @Field(() => Agreement, { nullable: true, description: 'The agreement that owes.' })
  agreement?: Agreement | null;

  @Field(() => Period, { description: 'The period it is for.' })
  period: object;

  @Field(() => FenScalar, {
    nullable: true,
    description:
      'The income it is worked out from, fen. Internal (P1): null for others than officers, analysts and the partner itself.',
  })
  baseFen?: bigint | null;

  @Field(() => FenScalar, {
    nullable: true,
    description: 'What is due, fen: base × share, rounded to whole fen. Internal (P1), as baseFen.',
  })
  dueFen?: bigint | null;

  @Field(() => PartialDateScalar, { description: 'The day it is due; it ends at 24:00.' })
  dueOn: string;

  @Field(() => Provenance, { nullable: true, description: 'Where the record comes from.' })
  provenance?: object | null;
}
