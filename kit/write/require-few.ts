import { refuse } from '../errors.js';

/**
 * A list inside one input has a bound.
 * @param field as the caller wrote it
 * @returns the list; empty where it is not given
 * @throws Refusal BAD_USER_INPUT
 */
export function requireFew<Item>(
  field: string,
  items: readonly Item[] | null | undefined,
  itemsMax: number,
): readonly Item[] {
  if (items === null || items === undefined) return [];
  if (items.length <= itemsMax) return items;
  return refuse('BAD_USER_INPUT', {
    field,
    message: `${field} takes at most ${itemsMax} entries; these are ${items.length}.`,
  });
}
