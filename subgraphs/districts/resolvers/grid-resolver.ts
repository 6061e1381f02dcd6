import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { DistrictsContext } from '../loaders/index.js';
import { Grid } from '../schema/community.js';

@Resolver(() => Grid)
export class GridResolver {
  @FieldResolver()
  community(
    @Root() { communityId }: { readonly communityId: string },
    @Ctx() { load }: DistrictsContext,
  ) {
    return load.communityById.load(communityId);
  }
}
