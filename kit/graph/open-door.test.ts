import { afterAll, beforeAll, expect, test } from 'vitest';

import { anonymous, officerOf } from '../call/viewer.js';
import { fixedClock } from '../clock.js';
import type { Database } from '../data/database.js';
import { newUlidId } from '../ids.js';
import { createKitDatabase, type KitDatabase } from '../test-support/kit-database.js';
import { labTables } from '../test-support/note-table.js';
import type { BuiltSubgraph } from './build-subgraph.js';
import { openDoor, type BaseContext } from './open-door.js';

let kit: KitDatabase;
let database: Database;
const statements: string[] = [];
const clock = fixedClock(new Date(0));

beforeAll(async () => {
  kit = await createKitDatabase();
  database = kit.open({ onStatement: (text) => statements.push(text) });
});
afterAll(() => kit[Symbol.asyncDispose]());

interface OwnContext extends BaseContext {
  readonly own: object;
}

const built = { sdl: 'type Query', schema: {} } as BuiltSubgraph;
const open = () =>
  openDoor<OwnContext>({
    name: 'lab',
    built,
    database,
    clock,
    newId: newUlidId,
    tables: labTables,
    contextOf: (base) => ({ ...base, own: {} }),
  });

test('a door tells its name, its SDL and its schema', () => {
  expect(open()).toMatchObject({ name: 'lab', sdl: built.sdl, schema: built.schema });
});

test('each operation has a context of its own: its viewer, loaders and pages, nothing shared', async () => {
  const door = open();
  const [one, other] = [anonymous, officerOf('430202')].map(
    (viewer, index) => door.openContext({ viewer, requestId: `request ${index}` }) as OwnContext,
  );
  expect(one).toMatchObject({ viewer: anonymous, requestId: 'request 0', clock });
  expect(other).toMatchObject({
    requestId: 'request 1',
    commandParts: { viewer: officerOf('430202'), database, tables: labTables, clock },
  });
  for (const part of ['own', 'reader', 'pages', 'base', 'commandParts'] as const) {
    expect(one![part]).not.toBe(other![part]);
  }
  statements.length = 0;
  await Promise.all([one, other].map((context) => context!.base.provenance.load('Note:x')));
  expect(statements).toHaveLength(2);
});

test('once reads are forgotten, what was read before is read again', async () => {
  const context = open().openContext({ viewer: anonymous, requestId: 'r' }) as OwnContext;
  const { reader } = context;
  statements.length = 0;
  await context.base.provenance.load('Note:x');
  await context.base.provenance.load('Note:x');
  expect(statements).toHaveLength(1);
  context.forgetReads();
  await context.base.provenance.load('Note:x');
  expect(statements).toHaveLength(2);
  expect(context.reader).toBe(reader);
});

test('an operation whose caller has left reads nothing more', async () => {
  const leaving = new AbortController();
  const call = { viewer: anonymous, requestId: 'r', signal: leaving.signal };
  const { base } = open().openContext(call) as OwnContext;
  await base.coverage.load('430202');
  leaving.abort();
  await expect(base.coverage.load('430203')).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
});

test('a door is ready while its store answers, tells changes, and closes its store', async () => {
  const door = open();
  await expect(door.ready()).resolves.toBeUndefined();
  expect(await door.changes(null, 10)).toEqual([]);
  await door.close();
  await expect(door.ready()).rejects.toMatchObject({ code: 'STORAGE_UNAVAILABLE' });
});
