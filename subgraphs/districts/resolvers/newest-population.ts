import type { Loaders } from '../loaders/index.js';

/** The newest population figure of a place; null where none is held at all. */
export async function newestPopulation(load: Loaders, placeCode: string) {
  const [newest] = await load.populationsOfPlace.load(placeCode);
  return newest ?? null;
}
