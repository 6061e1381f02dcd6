import { connectionOf, IdArgs, PageArgs, parseId, refuseUnknown } from '@linju/kit';
import { Args, Ctx, Query, Resolver } from 'type-graphql';

import type { DistrictsContext } from '../loaders/index.js';
import { sourcesList } from '../loaders/source-by-id.js';
import { SourceConnection } from '../schema/connections.js';
import { Source } from '../schema/source.js';

@Resolver(() => Source)
export class SourceResolver {
  @Query(() => Source, {
    nullable: true,
    description: '按编号查资料来源\nA source by its id. Error NOT_FOUND for an unknown id.',
  })
  async source(@Args(() => IdArgs) { id }: IdArgs, @Ctx() { load }: DistrictsContext) {
    return (await load.sourceById.load(parseId('Source', id))) ?? refuseUnknown('Source', id);
  }

  @Query(() => SourceConnection, {
    nullable: true,
    description: '资料来源列表\nSources by id.',
  })
  async sources(@Args(() => PageArgs) page: PageArgs, @Ctx() { pages }: DistrictsContext) {
    return connectionOf(await pages.load(sourcesList, '', page));
  }
}
