import { expect, test } from 'vitest';
import { createPlaygroundStorage, type BrowserStorage } from './playground-storage.js';

test('a token typed into the Headers editor is never written', () => {
  const { backing, entries } = browser();
  const storage = createPlaygroundStorage(backing);
  const headers = '{"authorization":"Bearer secret"}';
  storage.setItem('graphiql:headers', headers);
  storage.setItem('graphiql:tabState', JSON.stringify({ tabs: [{ query: '{ a }', headers }] }));
  storage.setItem('graphiql:queries', JSON.stringify({ queries: [{ query: '{ a }', headers }] }));
  storage.setItem('graphiql:favorites', JSON.stringify({ favorites: [{ headers, label: '一' }] }));
  expect([...entries]).toEqual([
    ['linju.playground.graphiql:tabState', '{"tabs":[{"query":"{ a }","headers":""}]}'],
    ['linju.playground.graphiql:queries', '{"queries":[{"query":"{ a }","headers":""}]}'],
    ['linju.playground.graphiql:favorites', '{"favorites":[{"headers":"","label":"一"}]}'],
  ]);
});

test('an operation is kept as it was typed, also when it looks like JSON or is not finished', () => {
  const storage = createPlaygroundStorage(browser().backing);
  for (const typed of ['{ a', '{"headers":"x"}', '# 中文']) {
    storage.setItem('graphiql:query', typed);
    expect(storage.getItem('graphiql:query')).toBe(typed);
  }
});

test('clearing leaves what other tools on the origin keep', () => {
  const { backing, entries } = browser([['graphiql:query', 'of another tool']]);
  const storage = createPlaygroundStorage(backing);
  storage.setItem('graphiql:query', '{ a }');
  storage.setItem('graphiql:theme', 'dark');
  expect(storage.length).toBe(2);
  storage.clear();
  expect([...entries]).toEqual([['graphiql:query', 'of another tool']]);
});

function browser(kept: readonly (readonly [string, string])[] = []): {
  readonly backing: BrowserStorage;
  readonly entries: Map<string, string>;
} {
  const entries = new Map(kept);
  const backing: BrowserStorage = {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
    key: (index) => [...entries.keys()][index] ?? null,
    get length() {
      return entries.size;
    },
  };
  return { backing, entries };
}
