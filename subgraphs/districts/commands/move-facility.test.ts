import { analystOf, anonymous, appOf, fixedClock, officerOf } from '@linju/kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { askSubgraph } from '../../../test/support/ask-subgraph.js';
import { startTestSubgraph, type TestSubgraph } from '../../../test/support/test-database.js';
import { blueprint } from '../index.js';
import { newestChanges } from '../test-support/newest-changes.js';
import { mayNotWriteHetang, refusedWith } from '../test-support/refused-as.js';
import { grownBy, storedRows } from '../test-support/stored-rows.js';
import { writeAs } from '../test-support/write-as.js';

const officer = officerOf('430202');
const clock = fixedClock(new Date('2024-09-20T10:00:00+08:00'));

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await startTestSubgraph(blueprint, { clock });
});
afterAll(() => subgraph[Symbol.asyncDispose]());

async function facility(status = 'OPEN'): Promise<string> {
  const input = { name: '甲中心', kind: 'STATION', districtCode: '430202', status };
  const effectiveAt = '2024-07-04T00:00:00+08:00';
  const written = await writeAs({ door: subgraph.door, viewer: officer }, 'registerFacility', {
    ...input,
    effectiveAt,
  });
  return written['facility'].id as string;
}

const move = (facilityId: string, more: object, viewer = officer, select = 'id status') =>
  writeAs({ door: subgraph.door, viewer }, 'moveFacility', { facilityId, ...more }, select);

test('a move changes the status, joins the past, and is told to the outbox', async () => {
  const id = await facility('PLANNED');
  const before = await storedRows(subgraph.database);
  const at = '2024-09-01T08:00:00+08:00';
  const moved = await move(
    id,
    { to: 'OPEN', effectiveAt: at, reason: '建成', note: '验收见档案' },
    officer,
    'status transitions { from to at recordedAt reason }',
  );
  expect(moved['facility']).toEqual({
    status: 'OPEN',
    transitions: [
      expect.objectContaining({ from: null, to: 'PLANNED', at: '2024-07-04T00:00:00+08:00' }),
      { from: 'PLANNED', to: 'OPEN', at, recordedAt: '2024-09-20T10:00:00+08:00', reason: '建成' },
    ],
  });
  expect(grownBy(before, await storedRows(subgraph.database))).toEqual({
    idempotency: 1,
    outbox: 1,
    transition: 1,
    transition_internal: 1,
  });
  expect(await newestChanges(subgraph.database, 1)).toEqual([`CHANGED Facility ${id} 430202`]);
});

test('the note of a move is for officers of the district only, its reason for everybody', async () => {
  const id = await facility();
  await move(id, { to: 'CLOSED', reason: '到期', note: '内部说明' });
  const notesFor = async (viewer: typeof anonymous) => {
    const question = 'query ($id: ID!) { facility(id: $id) { transitions { note reason } } }';
    const answer = await askSubgraph(subgraph.door, question, { id }, viewer);
    const read = answer.data?.['facility'] as { transitions: readonly object[] };
    return read.transitions.at(-1);
  };
  expect(await notesFor(officer)).toEqual({ note: '内部说明', reason: '到期' });
  const others = [officerOf('430203'), analystOf('430200'), appOf('partner_seed_lele'), anonymous];
  for (const viewer of others) {
    expect(await notesFor(viewer)).toEqual({ note: null, reason: '到期' });
  }
});

describe('refused, with nothing written', () => {
  let id: string;
  beforeAll(async () => {
    id = await facility();
  });

  const unchanged = async (refused: () => Promise<unknown>, code: string, field: string | null) => {
    const before = await storedRows(subgraph.database);
    expect(await refused()).toEqual({ facility: null, ...refusedWith(code, field) });
    expect(grownBy(before, await storedRows(subgraph.database))).toEqual({});
  };

  test.each(mayNotWriteHetang)('to %s', (_, viewer) =>
    unchanged(() => move(id, { to: 'CLOSED' }, viewer), 'NOT_AUTHORISED', null),
  );

  test.each([
    ['a move that is none', { to: 'PLANNED' }, 'MOVE_NOT_ALLOWED', 'to'],
    ['the status it has', { to: 'OPEN' }, 'MOVE_NOT_ALLOWED', 'to'],
    [
      'a move ahead of now',
      { effectiveAt: '2024-09-20T10:00:01+08:00' },
      'BAD_USER_INPUT',
      'effectiveAt',
    ],
    [
      'a move before the last',
      { effectiveAt: '2024-07-03T23:59:59+08:00' },
      'BAD_USER_INPUT',
      'effectiveAt',
    ],
    ['a reason of 201 characters', { reason: '长'.repeat(201) }, 'BAD_USER_INPUT', 'reason'],
    ['an empty reason', { reason: '' }, 'BAD_USER_INPUT', 'reason'],
    [
      'a telephone in the note',
      { note: '电话0731-12345678'.replace('12345678', '82345678') },
      'PERSON_DATA_REFUSED',
      'note',
    ],
    ['an unknown facility', { facilityId: 'facility_seed_nowhere' }, 'NOT_FOUND', 'facilityId'],
    [
      'the id of another type',
      { facilityId: 'community_seed_beiling' },
      'BAD_USER_INPUT',
      'facilityId',
    ],
    ['no id at all', { facilityId: '' }, 'BAD_USER_INPUT', 'facilityId'],
  ])('for %s', (_, more, code, field) =>
    unchanged(() => move(id, { to: 'CLOSED', ...more }), code, field),
  );
});

test('a public record of another district is refused as not one’s own, not as missing', async () => {
  expect(await move('facility_seed_shanmutang', { to: 'CLOSED' })).toEqual({
    facility: null,
    ...refusedWith('NOT_AUTHORISED'),
  });
});

test('of eight equal moves at once one is made, and the others find it made', async () => {
  const id = await facility();
  const before = await storedRows(subgraph.database);
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => move(id, { to: 'TEMPORARILY_CLOSED' })),
  );
  const refusals = answers.flatMap(({ userErrors }) => userErrors);
  expect(refusals).toEqual(Array(7).fill({ code: 'MOVE_NOT_ALLOWED', field: 'to' }));
  expect(grownBy(before, await storedRows(subgraph.database))).toMatchObject({
    transition: 1,
    outbox: 1,
  });
});

test('a move of a merged facility is a move of its survivor', async () => {
  const [given, kept] = [await facility(), await facility()];
  await writeAs({ door: subgraph.door, viewer: officer }, 'mergeFacilities', {
    mergedId: given,
    survivorId: kept,
  });
  expect(await move(given, { to: 'CLOSED' })).toEqual({
    facility: { id: kept, status: 'CLOSED' },
    userErrors: [],
  });
});
