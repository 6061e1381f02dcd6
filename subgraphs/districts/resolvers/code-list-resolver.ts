import { codeListOf, refuseUnknown } from '@linju/kit';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';

import type { DistrictsContext } from '../loaders/index.js';
import { codeLists } from '../rules/code-lists.js';
import { CodeValue } from '../schema/shared.js';

@Resolver()
export class CodeListResolver {
  @Query(() => [CodeValue], {
    nullable: true,
    description:
      '代码表\nThe vocabularies of this subgraph, all or one. Error NOT_FOUND for an unknown one.',
  })
  async districtsCodeLists(
    @Arg('list', () => String, {
      nullable: true,
      description: `One of ${codeLists.join(', ')}; null: all.`,
    })
    list: string | null | undefined,
    @Ctx() { base }: DistrictsContext,
  ) {
    const asked = codeLists.filter((name) => name === (list ?? name));
    if (asked.length === 0) refuseUnknown('CodeList', list ?? '', 'list');
    return (await Promise.all(asked.map((name) => codeListOf(base, name)))).flat();
  }
}
