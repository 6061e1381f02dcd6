import { connectionOfArea, IdArgs, parseId, provenanceOf, refuseUnknown } from '@linju/kit';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import { budgetLinesList } from '../loaders/budget-line-by-id.js';
import type { FundsContext } from '../loaders/index.js';
import { BudgetLine } from '../schema/budget-line.js';
import { BudgetLineConnection } from '../schema/connections.js';
import { BudgetLinesArgs } from '../schema/list-args.js';

interface BudgetLineRow {
  readonly id: string;
  readonly districtCode: string;
  readonly streetCode: string | null;
}

@Resolver(() => BudgetLine)
export class BudgetLineResolver {
  @Query(() => BudgetLine, {
    nullable: true,
    description: '按编号查惠民资金\nA budget line by its id. Error NOT_FOUND for an unknown id.',
  })
  async budgetLine(@Args(() => IdArgs) { id }: IdArgs, @Ctx() { load }: FundsContext) {
    const known = await load.budgetLineById.load(parseId('BudgetLine', id));
    return known ?? refuseUnknown('BudgetLine', id);
  }

  @Query(() => BudgetLineConnection, {
    nullable: true,
    description:
      '某区域的惠民资金\nThe budget lines of an area, by year. Error NOT_FOUND for an unknown area.',
  })
  budgetLines(
    @Args(() => BudgetLinesArgs)
    { year = null, phase = null, purpose = null, ...page }: BudgetLinesArgs,
    @Ctx() context: FundsContext,
  ) {
    return connectionOfArea(context, budgetLinesList, page, { year, phase, purpose });
  }

  @FieldResolver()
  place(@Root() { districtCode, streetCode }: BudgetLineRow) {
    return { code: streetCode ?? districtCode };
  }

  @FieldResolver()
  provenance(@Root() { id }: BudgetLineRow, @Ctx() { base }: FundsContext) {
    return provenanceOf(base, 'BudgetLine', id);
  }
}
