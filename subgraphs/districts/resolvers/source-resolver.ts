import { PageArgs, codeListOf, connectionOf, parseId, refuseUnknown } from '@linju/kit';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';

import type { DistrictsContext } from '../loaders/index.js';
import { sourcesList } from '../loaders/source-by-id.js';
import { codeLists } from '../rules/code-lists.js';
import { SourceConnection } from '../schema/connections.js';
import { IdArgs } from '../schema/list-args.js';
import { CodeValue } from '../schema/shared.js';
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

  @Query(() => [CodeValue], {
    nullable: true,
    description: '代码表\nThe vocabularies of this subgraph, all or one.',
  })
  async districtsCodeLists(
    @Arg('list', () => String, {
      nullable: true,
      description: `One of ${codeLists.join(', ')}; null: all.`,
    })
    list: string | null,
    @Ctx() { base }: DistrictsContext,
  ) {
    const lists = await Promise.all(
      codeLists.filter((name) => !list || name === list).map((name) => codeListOf(base, name)),
    );
    return lists.flat();
  }
}
