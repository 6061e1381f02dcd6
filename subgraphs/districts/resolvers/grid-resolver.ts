import { IdArgs, parseId, provenanceOf, refuseUnknown } from '@linju/kit';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import type { GridRow } from '../loaders/grid-by-id.js';
import type { DistrictsContext } from '../loaders/index.js';
import { Grid } from '../schema/grid.js';

@Resolver(() => Grid)
export class GridResolver {
  @Query(() => Grid, {
    nullable: true,
    description: '按编号查网格\nA grid by its id. Error NOT_FOUND for an unknown id.',
  })
  async grid(@Args(() => IdArgs) { id }: IdArgs, @Ctx() { load }: DistrictsContext) {
    return (await load.gridById.load(parseId('Grid', id))) ?? refuseUnknown('Grid', id);
  }

  @FieldResolver()
  community(@Root() { communityId }: GridRow, @Ctx() { load }: DistrictsContext) {
    return load.communityById.load(communityId);
  }

  @FieldResolver()
  provenance(@Root() { id }: GridRow, @Ctx() { base }: DistrictsContext) {
    return provenanceOf(base, 'Grid', id);
  }
}
