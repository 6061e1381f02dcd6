import { CodeScalar, InstantScalar, MoveInput, WriteInput } from '@linju/kit';
import { Field, ID, InputType } from 'type-graphql';

import { NeedItemState } from '../rules/need-item-states.js';
import { NeedMatchState } from '../rules/need-match-states.js';
import { PlacedInput } from './place-input.js';

@InputType('RaiseNeedInput', {
  description: '提出需求\nSomething a community of your district needs.',
})
export class RaiseNeedInput extends PlacedInput {
  @Field(() => String, {
    description: 'What is needed, 1 to 200 characters; never who needs it.',
  })
  title: string;

  @Field(() => CodeScalar, { description: 'A code of the list ServiceKind.' })
  category: string;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When it was raised; null: now. Never in the future.',
  })
  raisedAt?: Date | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The request it comes from; each request gives one need.',
  })
  sourceRequestId?: string | null;
}

@InputType('MoveNeedInput', {
  description:
    '变更需求状态\nWithdraws a need or lets it lapse; its open matches are withdrawn with it. The other states follow from matches.',
})
export class MoveNeedInput extends MoveInput {
  @Field(() => ID, { description: 'needitem_…' })
  needId: string;

  @Field(() => NeedItemState, { description: 'WITHDRAWN or LAPSED.' })
  to: NeedItemState;
}

@InputType('ProposeMatchInput', {
  description:
    '提议对接\nBrings a partner and a need together: by an officer of the need’s district, or by a partner’s own app.',
})
export class ProposeMatchInput extends WriteInput {
  @Field(() => ID, { description: 'needitem_…' })
  needId: string;

  @Field(() => ID, { description: 'partner_…' })
  partnerId: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The service, of the kind needed and to be had now; null: none is named.',
  })
  offeringId?: string | null;
}

@InputType('MoveMatchInput', {
  description:
    '变更对接状态\nAccepts, declines, delivers or withdraws a match. A proposal lapses seven days after it was made.',
})
export class MoveMatchInput extends MoveInput {
  @Field(() => ID, { description: 'needmatch_…' })
  matchId: string;

  @Field(() => NeedMatchState, { description: 'The state it moves to.' })
  to: NeedMatchState;
}
