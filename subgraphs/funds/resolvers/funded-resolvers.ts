import { PageArgs, connectionOf } from '@linju/kit';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { FundsContext } from '../loaders/index.js';
import { contributionsKey, contributionsList, fundingList } from '../loaders/transfer-by-id.js';
import { mayKnowDonations } from '../rules/donor.js';
import type { OutcomeType } from '../rules/outcome-type.js';
import { Event } from '../schema/event.js';
import { NeedMatch } from '../schema/need-match.js';
import { Partner } from '../schema/partner.js';
import { Request } from '../schema/request.js';

interface Key {
  readonly id: string;
}

/** A partner as its own subgraph tells of it. */
interface PartnerReference extends Key {
  readonly district?: { readonly code: string } | null;
}

const fundingOf = async (type: OutcomeType, { id }: Key, page: PageArgs, context: FundsContext) =>
  connectionOf(await context.pages.load(fundingList, `${type}:${id}`, page));

@Resolver(() => Partner)
export class PartnerResolver {
  @FieldResolver()
  async contributions(
    @Root() { id: partnerId, district }: PartnerReference,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { pages, viewer }: FundsContext,
  ) {
    if (!district) return null;
    const partner = { partnerId, districtCode: district.code };
    const withDonations = mayKnowDonations(viewer, partner);
    const key = contributionsKey(partner);
    return connectionOf(await pages.load(contributionsList, key, page, { withDonations }));
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
