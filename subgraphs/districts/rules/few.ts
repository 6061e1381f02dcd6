import { refuse } from '@linju/kit';

/**
 * A list inside one input has a bound.
 * @returns the list; empty where it is not given
 * @throws Refusal BAD_USER_INPUT
 */
export function requireFew<Item>(
  field: string,
  items: readonly Item[] | null | undefined,
  itemsMax: number,
): readonly Item[] {
  if (!items) return [];
  if (items.length <= itemsMax) return items;
  return refuse('BAD_USER_INPUT', {
    field,
    message: `${field} takes at most ${itemsMax} entries; these are ${items.length}.`,
  });
}
