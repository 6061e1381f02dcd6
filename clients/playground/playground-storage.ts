import type { Storage as GraphiQLStorage } from '@graphiql/toolkit';

/** What stands before each of our keys in localStorage. */
export const STORAGE_PREFIX = 'linju.playground.';

/** The part of `window.localStorage` used here. */
export type BrowserStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/**
 * GraphiQL's storage, kept under our prefix so that other tools on this origin are neither read nor cleared.
 *
 * Request headers are never written. They carry tokens; GraphiQL's history would store them even where its
 * tabs do not; and what is in localStorage outlives the session and is open to every script of the origin.
 * @param backing where it is kept
 * @throws what `backing.setItem` throws when its quota is full; GraphiQL then drops its oldest history
 */
export function createPlaygroundStorage(backing: BrowserStorage): GraphiQLStorage {
  return {
    getItem: (key) => backing.getItem(STORAGE_PREFIX + key),
    setItem(key, value) {
      if (key === HEADERS) return;
      const kept = CARRY_HEADERS.has(key) ? withoutHeaders(value) : value;
      backing.setItem(STORAGE_PREFIX + key, kept);
    },
    removeItem: (key) => backing.removeItem(STORAGE_PREFIX + key),
    clear: () => ourKeys(backing).forEach((key) => backing.removeItem(key)),
    get length() {
      return ourKeys(backing).length;
    },
  };
}

/** Where tabs, history, theme, sizes and language are kept: in this browser only, under our own prefix. */
export const playgroundStorage: GraphiQLStorage = createPlaygroundStorage(browserStorage());

// As GraphiQL names them: the open editor's headers, then what holds the headers of each tab or past request.
const HEADERS = 'graphiql:headers';
const CARRY_HEADERS = new Set(['graphiql:tabState', 'graphiql:queries', 'graphiql:favorites']);

function withoutHeaders(value: string): string {
  const emptied = (key: string, part: unknown): unknown =>
    key === 'headers' && typeof part === 'string' ? '' : part;
  return JSON.stringify(JSON.parse(value), emptied);
}

function ourKeys(backing: BrowserStorage): readonly string[] {
  const keys = Array.from({ length: backing.length }, (_, index) => backing.key(index));
  return keys.filter((key) => key !== null).filter((key) => key.startsWith(STORAGE_PREFIX));
}

// Reading the property throws where the browser blocks storage; the page then remembers until it is closed.
function browserStorage(): BrowserStorage {
  try {
    return globalThis.localStorage ?? memoryStorage();
  } catch {
    return memoryStorage();
  }
}

function memoryStorage(): BrowserStorage {
  const entries = new Map<string, string>();
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
    key: (index) => [...entries.keys()][index] ?? null,
    get length() {
      return entries.size;
    },
  };
}
