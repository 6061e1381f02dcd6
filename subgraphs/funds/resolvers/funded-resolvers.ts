import { PageArgs, connectionOf } from '@linju/kit';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { FundsContext } from '../loaders/index.js';
import { contributionsList, fundingList } from '../loaders/transfer-by-id.js';
import type { OutcomeType } from '../rules/outcome-type.js';
import { Event } from '../schema/event.js';
import { NeedMatch } from '../schema/need-match.js';
import { Partner } from '../schema/partner.js';
import { Request } from '../schema/request.js';

interface Key {
  readonly id: string;
}

const fundingOf = async (type: OutcomeType, { id }: Key, page: PageArgs, context: FundsContext) =>
  connectionOf(await context.pages.load(fundingList, `${type}:${id}`, page));

@Resolver(() => Partner)
export class PartnerResolver {
  @FieldResolver()
  async contributions(
    @Root() { id }: Key,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { pages }: FundsContext,
  ) {
    return connectionOf(await pages.load(contributionsList, id, page));
  }
}

@Resolver(() => Event)
export class EventResolver {
  @FieldResolver()
  funding(@Root() event: Key, @Args(() => PageArgs) page: PageArgs, @Ctx() context: FundsContext) {
    return fundingOf('Event', event, page, context);
  }
}

@Resolver(() => Request)
export class RequestResolver {
  @FieldResolver()
  fundTransfers(
    @Root() request: Key,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: FundsContext,
  ) {
    return fundingOf('Request', request, page, context);
  }
}

@Resolver(() => NeedMatch)
export class NeedMatchResolver {
  @FieldResolver()
  funding(@Root() match: Key, @Args(() => PageArgs) page: PageArgs, @Ctx() context: FundsContext) {
    return fundingOf('NeedMatch', match, page, context);
  }
}
