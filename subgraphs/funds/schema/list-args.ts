import { AdminCodeScalar, CodeScalar, InstantScalar, PageArgs } from '@linju/kit';
import { ArgsType, Field, InputType, Int } from 'type-graphql';

import { BudgetPhase } from '../rules/budget-phase.js';
import { FundKind } from '../rules/fund-kind.js';
import { FundOrder } from '../rules/fund-order.js';
import { FundState } from '../rules/fund-state.js';
import { InflowChannel } from '../rules/inflow-channel.js';
import { SelfGenerationVariant } from '../rules/self-generation-variant.js';
import { TransferCode } from '../rules/transfer-code.js';
import { TransferPhase } from '../rules/transfer-phase.js';

@InputType('FundFilter', {
  description: '基金筛选\nConditions on a list of funds; null lets all pass.',
})
export class FundFilter {
  @Field(() => FundKind, { nullable: true, description: 'Only funds of this kind.' })
  kind?: FundKind | null;

  @Field(() => FundState, { nullable: true, description: 'Only funds in this state.' })
  state?: FundState | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only funds whose name or one of whose aliases contains this text.',
  })
  named?: string | null;
}

/** A page of funds. */
@ArgsType()
export class FundsArgs extends PageArgs {
  @Field(() => AdminCodeScalar, {
    nullable: true,
    description: 'Of which city, district or street; null: all.',
  })
  area?: string | null;

  @Field(() => FundFilter, { nullable: true, description: 'Conditions.' })
  filter?: FundFilter | null;

  @Field(() => FundOrder, { nullable: true, description: 'By NAME unless given.' })
  orderBy?: FundOrder | null;
}

/** A page of transfers. */
@ArgsType()
export class TransfersArgs extends PageArgs {
  @Field(() => TransferPhase, { nullable: true, description: 'Only inflow of this phase.' })
  phase?: TransferPhase | null;

  @Field(() => InflowChannel, { nullable: true, description: 'Only inflow by this channel.' })
  channel?: InflowChannel | null;

  @Field(() => TransferCode, { nullable: true, description: 'Only transfers of this kind.' })
  code?: TransferCode | null;
}

/** A page of budget lines. */
@ArgsType()
export class BudgetLinesArgs extends PageArgs {
  @Field(() => AdminCodeScalar, { description: 'Of which city, district or street.' })
  area: string;

  @Field(() => Int, { nullable: true, description: 'Only lines of this year.' })
  year?: number | null;

  @Field(() => BudgetPhase, { nullable: true, description: 'Only lines of this phase.' })
  phase?: BudgetPhase | null;

  @Field(() => CodeScalar, { nullable: true, description: 'Only lines for this purpose.' })
  purpose?: string | null;
}

/** A page of disclosures of a district. */
@ArgsType()
export class DisclosuresArgs extends PageArgs {
  @Field(() => AdminCodeScalar, { description: 'Of which city or district.' })
  area: string;
}

/** The two times of a figure. */
@ArgsType()
export class FigureArgs {
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Only what had happened before this instant counts; null: all.',
  })
  asOf?: Date | null;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Only what had been entered by this instant counts; null: all.',
  })
  knownAt?: Date | null;
}

/** The two times of M10, and its variant. */
@ArgsType()
export class SelfGenerationArgs extends FigureArgs {
  @Field(() => SelfGenerationVariant, {
    nullable: true,
    defaultValue: SelfGenerationVariant.ALL,
    description: 'Which reading of the definition.',
  })
  variant?: SelfGenerationVariant | null;
}

/** The instant of a state. */
@ArgsType()
export class AsOfArgs {
  @Field(() => InstantScalar, { nullable: true, description: 'At which instant; null: latest.' })
  asOf?: Date | null;
}
