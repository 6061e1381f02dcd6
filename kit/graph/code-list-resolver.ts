import { Arg, Ctx, Query, Resolver, type ClassType } from 'type-graphql';

import { refuseUnknown } from '../ids.js';
import type { BaseContext } from './open-door.js';
import { codeListOf } from './shared/shared-values.js';

/**
 * Makes the resolver of a subgraph's vocabularies: `fundsCodeLists(list)`.
 * @param subgraph  its name
 * @param lists     the names of its code lists
 * @param codeValue its own CodeValue class, from `sharedTypes`
 */
export function codeListResolver(
  subgraph: string,
  lists: readonly string[],
  codeValue: () => ClassType,
): ClassType {
  @Resolver()
  class CodeListResolver {
    @Query(() => [codeValue()], {
      name: `${subgraph}CodeLists`,
      nullable: true,
      description:
        '代码表\nThe vocabularies of this subgraph, all or one. Error NOT_FOUND for an unknown one.',
    })
    async codeLists(
      @Arg('list', () => String, {
        nullable: true,
        description: `One of ${lists.join(', ')}; null: all.`,
      })
      list: string | null | undefined,
      @Ctx() { base }: BaseContext,
    ) {
      const asked = lists.filter((name) => name === (list ?? name));
      if (asked.length === 0) refuseUnknown('CodeList', list ?? '', 'list');
      return (await Promise.all(asked.map((name) => codeListOf(base, name)))).flat();
    }
  }
  return CodeListResolver;
}
