import { toGraphFigure } from '@linju/kit';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { FundsContext } from '../loaders/index.js';
import { inflowByChannel } from '../metrics/inflow-by-channel.js';
import { selfGeneratedPerDay } from '../metrics/self-generated-per-day.js';
import { selfGeneration } from '../metrics/self-generation.js';
import { Fund } from '../schema/fund.js';
import { FigureArgs, SelfGenerationArgs } from '../schema/list-args.js';
import { coverageOfTransfers } from './district-coverage.js';
import type { FundRow } from './fund-resolver.js';

@Resolver(() => Fund)
export class FundFigures {
  @FieldResolver()
  async selfGeneration(
    @Root() fund: FundRow,
    @Args(() => SelfGenerationArgs) { variant, ...times }: SelfGenerationArgs,
    @Ctx() context: FundsContext,
  ) {
    const { flow, about } = await readFlow(context, fund, times);
    return toGraphFigure(selfGeneration(flow, about, variant ?? 'ALL'));
  }

  @FieldResolver()
  async selfGeneratedPerDay(
    @Root() fund: FundRow,
    @Args(() => FigureArgs) times: FigureArgs,
    @Ctx() context: FundsContext,
  ) {
    const { flow, about } = await readFlow(context, fund, times);
    return toGraphFigure(selfGeneratedPerDay(flow, about, fund.launchedOn));
  }

  @FieldResolver()
  async inflowByChannel(
    @Root() fund: FundRow,
    @Args(() => FigureArgs) times: FigureArgs,
    @Ctx() context: FundsContext,
  ) {
    const { flow, about } = await readFlow(context, fund, times);
    return toGraphFigure(inflowByChannel(flow, about));
  }
}

async function readFlow(
  context: FundsContext,
  { id, districtCode }: FundRow,
  { asOf = null, knownAt = null }: FigureArgs,
) {
  const [flow, coverage] = await Promise.all([
    context.load.flowOfFund({ subject: id, asOf, knownAt }),
    coverageOfTransfers(context, districtCode, 'Transfer inflow'),
  ]);
  return { flow, about: { subject: id, asOf, knownAt, coverage } };
}
