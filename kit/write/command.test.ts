import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { anonymous, officerOf, systemViewer, type Viewer } from '../call/viewer.js';
import { fixedClock } from '../clock.js';
import { refuse } from '../errors.js';
import { newUlidId } from '../ids.js';
import { addSet } from '../test-support/add-set.js';
import { createKitDatabase, type KitDatabase } from '../test-support/kit-database.js';
import { labTables, noteTable } from '../test-support/note-table.js';
import { openTcpProxy } from '../test-support/tcp-proxy.js';
import { ValueError } from '../values/value-error.js';
import { runCommand } from './command.js';
import { openDatabase, type Database } from '../data/database.js';
import type { CommandParts, WriteScope } from './write-scope.js';

let kit: KitDatabase;
let database: Database;
const now = new Date('2024-09-20T00:00:00.123Z');

beforeAll(async () => {
  kit = await createKitDatabase();
  database = kit.open();
});
afterAll(() => kit[Symbol.asyncDispose]());

const officer = officerOf('430202');
const partsOf = (viewer: Viewer): CommandParts => ({
  database,
  tables: labTables,
  viewer,
  clock: fixedClock(now),
  newId: newUlidId,
});

interface AddInput {
  readonly idempotencyKey: string;
  readonly size: number;
  readonly name?: unknown;
}

const add = (input: AddInput, viewer = officer, name = 'addSet') =>
  runCommand(partsOf(viewer), name, input, (scope) => addSet(scope, input.size));

/** What stands in the database of one set: each number is `size` or 0, or the write was not whole. */
async function countsOf(parent: string): Promise<Record<string, number>> {
  const [counts] = await kit.admin`
    select
      (select count(*)::int from lab.note where parent = ${parent}) as notes,
      (select count(*)::int from lab.provenance where entity_id like ${`${parent}-%`}) as provenances,
      (select count(*)::int from lab.transition where entity_id like ${`${parent}-%`}) as transitions,
      (select count(*)::int from lab.outbox where entity_id like ${`${parent}-%`}) as changes`;
  return { ...counts };
}

const setCount = async (): Promise<number> => {
  const [found] = await kit.admin<{ count: number }[]>`
    select count(distinct parent)::int as count from lab.note`;
  return found?.count ?? -1;
};

test('a write stands whole: its rows, provenance, state, outbox and key, all of one instant', async () => {
  const { id } = await add({ idempotencyKey: 'whole', size: 2 });
  expect(await countsOf(id)).toEqual({ notes: 2, provenances: 2, transitions: 2, changes: 2 });
  const [stored] = await kit.admin`
    select caller, command, result, at from lab.idempotency where key = 'whole'`;
  expect(stored).toEqual({
    caller: officer.id,
    command: 'addSet',
    result: { id, size: 2 },
    at: now,
  });
  const [recorded] = await kit.admin`
    select p.recorded_at as provenance, t.recorded_at as transition, o.at as change
    from lab.provenance p join lab.transition t using (entity_id) join lab.outbox o using (entity_id)
    where entity_id = ${`${id}-1`}`;
  expect(recorded).toEqual({ provenance: now, transition: now, change: now });
});

test('the same key with the same input gives the first answer, and writes nothing', async () => {
  const first = await add({ idempotencyKey: 'again', size: 1 });
  const sets = await setCount();
  expect(await add({ size: 1, idempotencyKey: 'again' })).toEqual(first);
  expect(await setCount()).toBe(sets);
});

test('the same key with another input, or for another command, is refused', async () => {
  await add({ idempotencyKey: 'taken', size: 1 });
  const sets = await setCount();
  const refused = { code: 'IDEMPOTENCY_KEY_REUSED', field: 'idempotencyKey' };
  await expect(add({ idempotencyKey: 'taken', size: 2 })).rejects.toMatchObject(refused);
  await expect(add({ idempotencyKey: 'taken', size: 1, name: 'more' })).rejects.toMatchObject(
    refused,
  );
  await expect(
    add({ idempotencyKey: 'taken', size: 1 }, officer, 'addOther'),
  ).rejects.toMatchObject(refused);
  expect(await setCount()).toBe(sets);
});

test('a key belongs to its caller', async () => {
  const other = officerOf('430202', '430203');
  const mine = await add({ idempotencyKey: 'shared', size: 1 });
  const theirs = await add({ idempotencyKey: 'shared', size: 2 }, other);
  expect(theirs.id).not.toBe(mine.id);
  expect(await add({ idempotencyKey: 'shared', size: 1 })).toEqual(mine);
});

test('a refused write leaves nothing, so that its key may be used for the right input', async () => {
  const refused = runCommand(
    partsOf(officer),
    'addSet',
    { idempotencyKey: 'retry' },
    async (scope) => {
      const { id } = await addSet(scope, 1);
      return refuse('RULE_VIOLATED', { message: `${id} may not be.` });
    },
  );
  await expect(refused).rejects.toMatchObject({ code: 'RULE_VIOLATED' });
  const [stored] = await kit.admin`select from lab.idempotency where key = 'retry'`;
  expect(stored).toBeUndefined();
  const { id } = await add({ idempotencyKey: 'retry', size: 3 });
  expect(await countsOf(id)).toMatchObject({ notes: 3 });
});

test('a write that row policies refuse leaves nothing', async () => {
  const sets = await setCount();
  for (const viewer of [anonymous, officerOf('430203')]) {
    await expect(add({ idempotencyKey: 'foreign', size: 1 }, viewer)).rejects.toMatchObject({
      code: 'NOT_AUTHORISED',
    });
  }
  expect(await setCount()).toBe(sets);
});

test('two at once under one key have one effect and one answer', async () => {
  const sets = await setCount();
  const slowly = (scope: WriteScope) =>
    addSet(scope, 1, () => scope.tx.db.execute(sql`select pg_sleep(0.1)`));
  const input = { idempotencyKey: 'twins', size: 1 };
  const answers = await Promise.all(
    [1, 2].map(() => runCommand(partsOf(officer), 'addSet', input, slowly)),
  );
  expect(answers[0]).toEqual(answers[1]);
  expect(await setCount()).toBe(sets + 1);
});

test('of two at once the second takes its turn when the first is refused', async () => {
  const order: string[] = [];
  const input = { idempotencyKey: 'turns', size: 1 };
  const refusedSlowly = runCommand(partsOf(officer), 'addSet', input, async ({ tx }) => {
    order.push('first');
    await tx.db.execute(sql`select pg_sleep(0.15)`);
    return refuse('RULE_VIOLATED', { message: 'No.' });
  });
  const refused = expect(refusedSlowly).rejects.toMatchObject({ code: 'RULE_VIOLATED' });
  await expect.poll(() => order).toEqual(['first']);
  const { id } = await add(input);
  await refused;
  expect(await countsOf(id)).toMatchObject({ notes: 1 });
});

test('50 keys, each five times at once: 50 effects', async () => {
  const sets = await setCount();
  const keys = Array.from({ length: 50 }, (_, number) => `many-${number}`);
  const answers = await Promise.all(
    keys.map((idempotencyKey) =>
      Promise.all(Array.from({ length: 5 }, () => add({ idempotencyKey, size: 1 }))),
    ),
  );
  const ids = answers.map((five) => new Set(five.map(({ id }) => id)));
  expect(ids.map(({ size }) => size)).toEqual(keys.map(() => 1));
  expect(await setCount()).toBe(sets + 50);
}, 60_000);

test('a first answer is given just as it is stored', async () => {
  const input = { idempotencyKey: 'dates' };
  const answer = () =>
    runCommand(partsOf(officer), 'tell', input, () =>
      Promise.resolve({ at: now, none: undefined, list: [1, null], name: '中文' } as object),
    );
  const first = await answer();
  expect(first).toEqual({ at: now.toISOString(), list: [1, null], name: '中文' });
  expect(await answer()).toEqual(first);
});

test('an answer that cannot be stored is a bug, and nothing is written', async () => {
  const sets = await setCount();
  const broken = runCommand(
    partsOf(officer),
    'addSet',
    { idempotencyKey: 'big' },
    async (scope) => ({
      ...(await addSet(scope, 1)),
      fen: 1n,
    }),
  );
  await expect(broken).rejects.toThrow(TypeError);
  expect(await setCount()).toBe(sets);
});

test.each([
  ['', 'BAD_USER_INPUT'],
  ['x'.repeat(256), 'BAD_USER_INPUT'],
  ['a\0b', 'BAD_ENCODING'],
  ['a\ud83d', 'BAD_USER_INPUT'],
])('the key %j is refused', async (idempotencyKey, code) => {
  await expect(add({ idempotencyKey, size: 1 })).rejects.toMatchObject({ code });
});

test.each(['x'.repeat(255), '中'.repeat(255), '𠮷'.repeat(127), `'; drop table lab.note; --`])(
  'a key may be any text of 1 to 255 characters: %j',
  async (idempotencyKey) => {
    const first = await add({ idempotencyKey, size: 1 });
    expect(await add({ idempotencyKey, size: 1 })).toEqual(first);
  },
);

test.each([
  ['no number', Number.NaN],
  ['half a surrogate pair', '\ud83d'],
])('%s in the input is the caller’s mistake, told before anything runs', async (_name, name) => {
  let ran = false;
  const input = { idempotencyKey: 'odd', name };
  const command = runCommand(partsOf(officer), 'addSet', input, () => {
    ran = true;
    return Promise.resolve({});
  });
  await expect(command).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: 'input' });
  expect(ran).toBe(false);
});

test('a value that breaks while the command runs is a bug of ours, not the caller’s mistake', async () => {
  const broken = runCommand(partsOf(officer), 'addSet', { idempotencyKey: 'bug' }, () => {
    throw new ValueError('stored data of ours', 1);
  });
  await expect(broken).rejects.toBeInstanceOf(ValueError);
});

test('what a record says of its source and its past is kept apart by who may see it', async () => {
  await runCommand(partsOf(officer), 'tell', { idempotencyKey: 'notes' }, async (scope) => {
    const entity = { type: 'Note', id: 'note_told', districtCode: '430202' };
    await scope.provenance({
      ...entity,
      sourceId: 'source_seed_s0',
      method: 'REPORTED',
      asOf: new Date(0),
      confidence: 'LOW',
      rawText: '原文',
    });
    await scope.transition({
      ...entity,
      from: 'OPEN',
      to: 'CLOSED',
      effectiveAt: new Date(0),
      actorRole: 'GRID_LEAD',
      reason: 'done',
      note: '内部',
    });
    return {};
  });
  const rows = await kit.admin`
    select p.confidence, i.raw_text, t.from_state, t.to_state, t.actor_role, t.reason, n.note, n.district_code
    from lab.provenance p join lab.provenance_internal i using (entity_type, entity_id)
      join lab.transition t using (entity_id) join lab.transition_internal n on n.transition_id = t.id
    where entity_id = 'note_told'`;
  expect(rows.map((row) => ({ ...row }))).toEqual([
    {
      confidence: 'LOW',
      raw_text: '原文',
      from_state: 'OPEN',
      to_state: 'CLOSED',
      actor_role: 'GRID_LEAD',
      reason: 'done',
      note: '内部',
      district_code: '430202',
    },
  ]);
});

/** Sets that are not whole, and keys whose set is not there. */
const brokenSets = async (): Promise<readonly unknown[]> => {
  const rows = await kit.admin`
    with found as (select parent, count(*)::text as size from lab.note group by parent),
      answered as (select result ->> 'id' as id, result ->> 'size' as size from lab.idempotency
        where command = 'addSet')
    select * from found full join answered on id = parent and answered.size = found.size
    where parent is null or id is null`;
  return [...rows];
};

test('cut at ten points of a write: nothing of it or all, and its key gives one answer', async () => {
  await using proxy = await openTcpProxy(kit.roleUrl);
  const far = openDatabase({ url: proxy.url, schema: 'lab', patienceMs: 0 });
  const addFar = (idempotencyKey: string) =>
    runCommand(
      { ...partsOf(officer), database: far },
      'addSet',
      { idempotencyKey, size: 3 },
      (scope) => addSet(scope, 3),
    );
  // How much one write sends, once its statements are prepared.
  let sentBytes = 0;
  await addFar('far 1');
  proxy.onClientBytes = (bytes) => {
    sentBytes += bytes.length;
    return true;
  };
  await addFar('far 2');
  proxy.onClientBytes = null;
  const outcomes: string[] = [];
  for (let point = 0; point < 10; point += 1) {
    const key = `cut ${point}`;
    await addFar(`warm ${point}`);
    let leftBytes = Math.ceil((sentBytes * (point + 1)) / 10);
    proxy.onClientBytes = (bytes) => {
      leftBytes -= bytes.length;
      if (point === 9 ? !bytes.includes('commit') : leftBytes > 0) return true;
      proxy.onClientBytes = null;
      setTimeout(() => proxy.cut(), 20);
      return false;
    };
    await expect(addFar(key)).rejects.toMatchObject({ code: 'STORAGE_UNAVAILABLE' });
    const [stored] = await kit.admin`select from lab.idempotency where key = ${key}`;
    outcomes.push(stored ? 'all' : 'nothing');
    const sets = await setCount();
    const { id } = await add({ idempotencyKey: key, size: 3 });
    expect(await setCount()).toBe(stored ? sets : sets + 1);
    expect(await countsOf(id)).toEqual({ notes: 3, provenances: 3, transitions: 3, changes: 3 });
  }
  // Both ends were met: a write that was lost before its commit, and one whose answer was lost after it.
  expect([outcomes.at(0), outcomes.at(-1)]).toEqual(['nothing', 'all']);
  expect(await brokenSets()).toEqual([]);
  await far.close();
}, 60_000);

const script = fileURLToPath(new URL('../test-support/add-sets.ts', import.meta.url));

interface Acknowledged {
  readonly idempotencyKey: string;
  readonly result: { readonly id: string; readonly size: number };
}

/** Lets a process write until it is killed, somewhere in the middle of a write. */
async function writeUntilKilled(prefix: string, afterMs: number): Promise<readonly Acknowledged[]> {
  const acknowledged: Acknowledged[] = [];
  const child = fork(script, [kit.roleUrl, prefix], { execArgv: ['--import', 'tsx'] });
  child.on('message', (message) => acknowledged.push(message as Acknowledged));
  await Promise.race([once(child, 'message'), once(child, 'exit')]);
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  child.kill('SIGKILL');
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
  return acknowledged;
}

test('a process killed while it writes leaves no write by half, and loses none it was answered', async () => {
  const runs = await Promise.all([writeUntilKilled('kill1', 25), writeUntilKilled('kill2', 62)]);
  for (const { idempotencyKey, result } of runs.flat()) {
    expect(await add({ idempotencyKey, size: 3 })).toEqual(result);
  }
  expect(runs.every((acknowledged) => acknowledged.length > 0)).toBe(true);
  expect(await brokenSets()).toEqual([]);
}, 60_000);

test('what is null is left out: both are the same input to a key', async () => {
  const input = { idempotencyKey: 'null or absent', size: 1 };
  const first = await add({ ...input, note: null, half: 0.5 } as typeof input);
  expect(await add({ ...input, half: 0.5 } as typeof input)).toEqual(first);
  await expect(add({ ...input, half: 0.25 } as typeof input)).rejects.toMatchObject({
    code: 'IDEMPOTENCY_KEY_REUSED',
  });
});

test('a write may be told the viewer that carries it out', async () => {
  const seen = await runCommand(
    partsOf(systemViewer),
    'look',
    { idempotencyKey: 'look' },
    async ({ tx, viewer, now: at }) => {
      await tx.db.select().from(noteTable).where(eq(noteTable.id, 'none'));
      return { viewer: viewer.id, at };
    },
  );
  expect(seen).toEqual({ viewer: 'system', at: now.toISOString() });
});
