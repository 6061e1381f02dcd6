import { afterAll, beforeAll, expect, test } from 'vitest';

import { appOf, officerOf, type Viewer } from '../call/viewer.js';
import type { Database } from '../data/database.js';
import { newUlidId } from '../ids.js';
import { stateMachine } from '../state-machine.js';
import { createKitDatabase, type KitDatabase } from '../test-support/kit-database.js';
import { inWrite } from '../test-support/note-commands.js';
import { recordMove, requireSettledMove, type WrittenMove } from './record-move.js';
import { recordNew } from './record-new.js';

let kit: KitDatabase;
let database: Database;
const now = new Date('2024-09-20T10:00:00+08:00');
const begun = new Date('2024-09-01T00:00:00+08:00');
const officer = officerOf('430202');
const machine = stateMachine<'OPEN' | 'DONE'>('Note', { OPEN: ['DONE'], DONE: [] });

beforeAll(async () => {
  kit = await createKitDatabase();
  database = kit.open();
});
afterAll(() => kit[Symbol.asyncDispose]());

async function begin(): Promise<string> {
  const id = newUlidId('Note');
  const begins = { state: 'OPEN', at: begun };
  await inWrite(database, officer, now, (scope) =>
    recordNew(scope, { type: 'Note', id, districtCode: '430202', begins }),
  );
  return id;
}

const move = (id: string, written: WrittenMove, viewer: Viewer = officer) =>
  inWrite(database, viewer, now, async (scope) => {
    const asked = { from: 'OPEN', to: 'DONE', written } as const;
    const settled = await requireSettledMove(scope, machine, { id }, asked);
    await recordMove(scope, 'Note', { id, districtCode: '430202' }, settled);
    return settled.effectiveAt;
  });

test.each([
  ['now, unless it is said when', {}, now],
  ['at the instant of the move before', { effectiveAt: begun }, begun],
])('a move takes effect %s', async (_, written, effectiveAt) => {
  expect(await move(await begin(), written)).toEqual(effectiveAt);
});

test.each<[string, WrittenMove, string, string]>([
  ['ahead', { effectiveAt: new Date(now.getTime() + 1) }, 'BAD_USER_INPUT', 'effectiveAt'],
  [
    'before the move before',
    { effectiveAt: new Date(begun.getTime() - 1) },
    'BAD_USER_INPUT',
    'effectiveAt',
  ],
  [
    'by a nobody',
    { actorOrganisationId: 'partner_seed_a' },
    'BAD_USER_INPUT',
    'actorOrganisationId',
  ],
  ['for an empty reason', { reason: ' ' }, 'BAD_USER_INPUT', 'reason'],
])('a move %s is refused and leaves nothing', async (_, written, code, field) => {
  const id = await begin();
  await expect(move(id, written)).rejects.toMatchObject({ code, field });
  const past = await kit.admin`select to_state from lab.transition where entity_id = ${id}`;
  expect([...past]).toEqual([{ to_state: 'OPEN' }]);
});

test('a move is kept with who made it, its reason in public and its note apart', async () => {
  const id = await begin();
  await move(id, {
    actorOrganisationId: 'organisation_seed_office',
    reason: 'done',
    note: 'for us',
  });
  const past = await kit.admin`
    select t.from_state, t.to_state, t.actor_org, t.actor_role, t.reason, i.note
    from lab.transition t left join lab.transition_internal i on i.transition_id = t.id
    where entity_id = ${id} order by effective_at`;
  expect([...past].at(-1)).toEqual({
    from_state: 'OPEN',
    to_state: 'DONE',
    actor_org: 'organisation_seed_office',
    actor_role: 'DISTRICT_OFFICER',
    reason: 'done',
    note: 'for us',
  });
});

test('an app gives reasons, but writes no internal note', async () => {
  const asked = move(await begin(), { note: 'for us' }, appOf('partner_fixture_one'));
  await expect(asked).rejects.toMatchObject({ code: 'NOT_AUTHORISED', field: 'note' });
});

test('the first record of a kind makes it covered in part, and no later one changes that', async () => {
  await begin();
  await begin();
  const covered = await kit.admin`
    select district_code, coverage, since::text from lab.coverage where record_kind = 'Note'`;
  expect([...covered]).toEqual([
    { district_code: '430202', coverage: 'PARTIAL', since: '2024-09-20' },
  ]);
});
