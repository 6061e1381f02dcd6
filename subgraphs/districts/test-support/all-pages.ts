import type { SubgraphDoor } from '@linju/kit';

import { askSubgraph } from '../../../test/support/ask-subgraph.js';

interface Listed {
  readonly nodes: readonly { readonly id: string }[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

// More pages than any list here has: a page that gives itself again must not run for ever.
const pagesMax = 200;

/**
 * Walks a list of the graph from its first page to its last.
 * @param list        the root field with its arguments but `first` and `after`: `facilities(area: "430202")`
 * @param pageSize    how many at once
 * @throws Error with the message of a top-level error
 */
export async function idsOverAllPages(
  door: SubgraphDoor,
  list: string,
  pageSize: number,
): Promise<{ readonly ids: readonly string[]; readonly totalCount: number }> {
  const ids: string[] = [];
  let after: string | null = null;
  for (let page = 0; page < pagesMax; page += 1) {
    const { nodes, totalCount, pageInfo }: Listed = await askPage(door, list, pageSize, after);
    ids.push(...nodes.map(({ id }) => id));
    if (!pageInfo.hasNextPage) return { ids, totalCount };
    after = pageInfo.endCursor;
  }
  throw new Error(`${list} has no last page.`);
}

async function askPage(
  door: SubgraphDoor,
  list: string,
  pageSize: number,
  after: string | null,
): Promise<Listed> {
  const [, field = '', others = ''] = /^(\w+)(?:\((.*)\))?$/.exec(list) ?? [];
  const { data, errors } = await askSubgraph(
    door,
    `query ($after: String) {
      ${field}(${others} first: ${pageSize}, after: $after) {
        nodes { id } totalCount pageInfo { hasNextPage endCursor }
      }
    }`,
    { after },
  );
  if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
  return data?.[field] as Listed;
}
