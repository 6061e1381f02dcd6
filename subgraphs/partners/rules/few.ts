import { refuse } from '@linju/kit';

/**
 * Lets a list pass that is no longer than one write may hold.
 * @param field as the caller wrote it
 * @param max   how many, at most
 * @throws Refusal BAD_USER_INPUT
 */
export function requireFew<Item>(
  field: string,
  items: readonly Item[],
  max: number,
): readonly Item[] {
  if (items.length <= max) return items;
  return refuse('BAD_USER_INPUT', {
    field,
    message: `${field} takes at most ${max}; the input has ${items.length}.`,
  });
}
