import { codeListOf } from '@linju/kit';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';

import type { FundsContext } from '../loaders/index.js';
import { codeLists } from '../rules/code-lists.js';
import { CodeValue } from '../schema/shared.js';

@Resolver()
export class CodeListResolver {
  @Query(() => [CodeValue], {
    nullable: true,
    description: '代码表\nThe vocabularies of this subgraph, all or one.',
  })
  async fundsCodeLists(
    @Arg('list', () => String, {
      nullable: true,
      description: `One of ${codeLists.join(', ')}; null: all.`,
    })
    list: string | null,
    @Ctx() { base }: FundsContext,
  ) {
    const lists = await Promise.all(
      codeLists.filter((name) => !list || name === list).map((name) => codeListOf(base, name)),
    );
    return lists.flat();
  }
}
