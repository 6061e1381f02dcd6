import { PageArgs, connectionOf, toGraphFigure } from '@linju/kit';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { fundsList, fundsOfCommunityList } from '../loaders/fund-by-id.js';
import type { FundsContext } from '../loaders/index.js';
import { fundTotals } from '../metrics/fund-totals.js';
import { City } from '../schema/city.js';
import { Community } from '../schema/community.js';
import { District } from '../schema/district.js';
import { FigureArgs } from '../schema/list-args.js';
import { Street } from '../schema/street.js';
import { coverageOfTransfers } from './district-coverage.js';

interface AreaKey {
  readonly code: string;
}

const fundsOfArea = async ({ code }: AreaKey, page: PageArgs, { pages }: FundsContext) =>
  connectionOf(await pages.load(fundsList, code, page, { kind: null, state: null, named: null }));

@Resolver(() => City)
export class CityResolver {
  @FieldResolver()
  funds(@Root() city: AreaKey, @Args(() => PageArgs) page: PageArgs, @Ctx() context: FundsContext) {
    return fundsOfArea(city, page, context);
  }
}

@Resolver(() => District)
export class DistrictResolver {
  @FieldResolver()
  funds(
    @Root() district: AreaKey,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: FundsContext,
  ) {
    return fundsOfArea(district, page, context);
  }

  @FieldResolver()
  async fundTotals(
    @Root() { code }: AreaKey,
    @Args(() => FigureArgs) { asOf = null, knownAt = null }: FigureArgs,
    @Ctx() context: FundsContext,
  ) {
    const [flow, counts, coverage, outflowCoverage] = await Promise.all([
      context.load.flowOfDistrict({ subject: code, asOf, knownAt }),
      context.load.fundCountOf.load(code),
      coverageOfTransfers(context, code, 'Transfer inflow'),
      coverageOfTransfers(context, code, 'Transfer outflow'),
    ]);
    const totals = fundTotals(flow, { subject: code, asOf, knownAt, coverage }, outflowCoverage);
    const figures = Object.entries(totals).map(([name, figure]) => [name, toGraphFigure(figure)]);
    return { ...Object.fromEntries(figures), funds: counts[0]?.funds ?? 0 };
  }
}

@Resolver(() => Street)
export class StreetResolver {
  @FieldResolver()
  funds(
    @Root() street: AreaKey,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: FundsContext,
  ) {
    return fundsOfArea(street, page, context);
  }
}

@Resolver(() => Community)
export class CommunityResolver {
  @FieldResolver()
  async funds(
    @Root() { id }: { readonly id: string },
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { pages }: FundsContext,
  ) {
    return connectionOf(await pages.load(fundsOfCommunityList, id, page));
  }
}
