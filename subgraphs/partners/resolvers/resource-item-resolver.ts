import {
  byCode,
  byId,
  connectionOfArea,
  IdArgs,
  parseId,
  provenanceOf,
  refuseUnknown,
} from '@linju/kit';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import type { PartnersContext } from '../loaders/index.js';
import {
  allResources,
  resourcesOfArea,
  type ResourceItemRow,
} from '../loaders/resource-item-by-id.js';
import { ResourceItemConnection } from '../schema/connections.js';
import { ResourceItemsArgs } from '../schema/list-args.js';
import { ResourceItem } from '../schema/resource-item.js';

@Resolver(() => ResourceItem)
export class ResourceItemResolver {
  @Query(() => ResourceItem, {
    nullable: true,
    description: '按编号查资源\nA resource by its id. Error NOT_FOUND for an unknown id.',
  })
  async resourceItem(@Args(() => IdArgs) { id }: IdArgs, @Ctx() { load }: PartnersContext) {
    const known = await load.resourceItemById.load(parseId('ResourceItem', id));
    return known ?? refuseUnknown('ResourceItem', id);
  }

  @Query(() => ResourceItemConnection, {
    nullable: true,
    description: '资源清单\nResources by title, of a city or district or of all.',
  })
  async resourceItems(
    @Args(() => ResourceItemsArgs) { area, kind = null, ...page }: ResourceItemsArgs,
    @Ctx() context: PartnersContext,
  ) {
    const list = area ? resourcesOfArea : allResources;
    return connectionOfArea(context, list, { area, ...page }, { kind });
  }

  @FieldResolver()
  async owner(
    @Root() { ownerOrganisationId, ownerPartnerId }: ResourceItemRow,
    @Ctx() { load }: PartnersContext,
  ) {
    return ownerPartnerId === null
      ? byId(ownerOrganisationId)
      : load.partnerById.load(ownerPartnerId);
  }

  @FieldResolver()
  district(@Root() { districtCode }: ResourceItemRow) {
    return byCode(districtCode);
  }

  @FieldResolver()
  street(@Root() { streetCode }: ResourceItemRow) {
    return byCode(streetCode);
  }

  @FieldResolver()
  community(@Root() { communityId }: ResourceItemRow) {
    return byId(communityId);
  }

  @FieldResolver()
  provenance(@Root() { id }: ResourceItemRow, @Ctx() { base }: PartnersContext) {
    return provenanceOf(base, 'ResourceItem', id);
  }
}
