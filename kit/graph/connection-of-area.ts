import type { PageArguments } from '../data/page.js';
import type { PagedList } from '../data/paged-list.js';
import { refuseUnknown } from '../ids.js';
import { connectionOf } from './connection.js';
import type { BaseContext } from './open-door.js';

/** What a caller asked of a list that an area may narrow. */
export interface AreaPage extends PageArguments {
  /** The code of a city, district or street; null or undefined: of all areas. */
  readonly area?: string | null | undefined;
}

/**
 * A page of a list of an area. An unknown code is an error, not an empty list; one that left the register is
 * known, since old records may lie there.
 * @param list the list whose parent is an area; of all areas its parent is ''
 * @throws Refusal NOT_FOUND, BAD_PAGE_SIZE, BAD_CURSOR
 */
export async function connectionOfArea<Row>(
  { base, pages }: Pick<BaseContext, 'base' | 'pages'>,
  list: PagedList<Row>,
  { area, ...page }: AreaPage,
  filter: Readonly<Record<string, unknown>> = {},
) {
  const found = await pages.load(list, area ?? '', page, filter);
  // Only an empty page leaves open whether there is such an area.
  const isOpen = area !== null && area !== undefined && found.rows.length === 0;
  if (isOpen && !(await base.area.load(area))) refuseUnknown('Area', area, 'area');
  return connectionOf(found);
}
