import { afterAll, beforeAll, expect, test } from 'vitest';

import { anonymous, officerOf } from '../call/viewer.js';
import type { Database } from '../data/database.js';
import { newUlidId } from '../ids.js';
import { createKitDatabase, type KitDatabase } from '../test-support/kit-database.js';
import { enterNote, inWrite } from '../test-support/note-commands.js';
import { noteTable } from '../test-support/note-table.js';
import { recordFinder } from './record-finder.js';

let kit: KitDatabase;
let database: Database;
let id: string;
const now = new Date('2024-09-20T00:00:00Z');
const officer = officerOf('430202');
const { requireRecord, requireIdIfGiven, requireWritable } = recordFinder({ Note: noteTable });

beforeAll(async () => {
  kit = await createKitDatabase();
  database = kit.open();
  id = await inWrite(database, officer, now, enterNote);
});
afterAll(() => kit[Symbol.asyncDispose]());

test('a record is found by its id, whoever may write it', async () => {
  const stranger = officerOf('430203');
  const found = await inWrite(database, stranger, now, (scope) =>
    requireRecord(scope, 'Note', id, 'noteId'),
  );
  expect(found).toMatchObject({ id, districtCode: '430202', name: 'a note' });
});

test.each([
  ['', 'BAD_USER_INPUT'],
  ['partner_seed_a', 'BAD_USER_INPUT'],
  [newUlidId('Note'), 'NOT_FOUND'],
])('the id %j is refused: %s', async (wrong, code) => {
  for (const find of [requireRecord, requireWritable, requireIdIfGiven]) {
    const asked = inWrite(
      database,
      officer,
      now,
      async (scope) => void (await find(scope, 'Note', wrong, 'noteId')),
    );
    await expect(asked).rejects.toMatchObject({ code, field: 'noteId' });
  }
});

test('an id that is left out is null', async () => {
  const ids = await inWrite(database, officer, now, async (scope) => [
    await requireIdIfGiven(scope, 'Note', null, 'noteId'),
    await requireIdIfGiven(scope, 'Note', undefined, 'noteId'),
  ]);
  expect(ids).toEqual([null, null]);
});

test('who may not write a record is told so, not that it is not there', async () => {
  for (const viewer of [anonymous, officerOf('430203')]) {
    const asked = inWrite(database, viewer, now, (scope) =>
      requireWritable(scope, 'Note', id, 'noteId'),
    );
    await expect(asked).rejects.toMatchObject({ code: 'NOT_AUTHORISED' });
  }
});

test('of two writes of one record the second waits for the first to end', async () => {
  const order: string[] = [];
  let letGo = (): void => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let isLocked = (): void => {};
  const locked = new Promise<void>((resolve) => {
    isLocked = resolve;
  });
  const first = inWrite(database, officer, now, async (scope) => {
    await requireWritable(scope, 'Note', id, 'noteId');
    isLocked();
    await held;
    order.push('first');
  });
  await locked;
  const second = inWrite(database, officer, now, async (scope) => {
    await requireWritable(scope, 'Note', id, 'noteId');
    order.push('second');
  });
  await expect.poll(() => kit.admin`select from pg_locks where not granted`).not.toHaveLength(0);
  letGo();
  await Promise.all([first, second]);
  expect(order).toEqual(['first', 'second']);
});
