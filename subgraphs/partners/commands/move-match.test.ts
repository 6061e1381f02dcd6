import { appOf, type Viewer } from '@linju/kit';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { askSubgraph } from '../../../test/support/ask-subgraph.js';
import { NeedMatchState, needMatchStates } from '../rules/need-match-states.js';
import {
  away,
  makeActivePartner,
  makeNeed,
  makeOffering,
  makePartner,
  makeScheme,
  now,
  officer,
  officerAway,
  refusalsOf,
  startSample,
} from '../test-support/sample-partners.js';
import { grown, storedRows, withAdmin } from '../test-support/stored-rows.js';
import { writeAs, writtenId } from '../test-support/write-as.js';

let sample: Awaited<ReturnType<typeof startSample>>;
let schemeId: string;
let partnerId: string;
let app: Viewer;
beforeAll(async () => {
  sample = await startSample();
  schemeId = await makeScheme(sample.door);
  ({ partnerId } = await makeActivePartner(sample.door, schemeId));
  app = appOf(partnerId);
});
beforeEach(() => sample.clock.moveTo(now));
afterAll(() => sample[Symbol.asyncDispose]());

const propose = (needId: string, viewer = officer, change: object = {}, select = 'id') =>
  writeAs(sample.door, viewer, `proposeMatch { ${select} }`, { needId, partnerId, ...change });
const proposed = async (needId: string, viewer = officer) =>
  String((await propose(needId, viewer)).record?.['id']);
const move = (matchId: string, to: string, viewer = officer, change: object = {}) =>
  writeAs(
    sample.door,
    viewer,
    'moveMatch { state acceptedAt deliveredAt need { state } transitions { from to } }',
    { matchId, to, ...change },
  );
const daysLater = (days: number, ms = 0) =>
  sample.clock.moveTo(new Date(now.getTime() + days * 24 * 60 * 60 * 1000 + ms));

test('a match goes from proposal to delivery, and its need with it', async () => {
  const needId = await makeNeed(sample.door);
  const offeringId = await makeOffering(sample.door, partnerId);
  const { record } = await propose(
    needId,
    officer,
    { offeringId },
    'id state proposedBy proposedAt crossDistrict offering { id } partner { id } need { id state } acceptedAt',
  );
  expect(record).toMatchObject({
    state: 'PROPOSED',
    proposedBy: 'COMMUNITY',
    proposedAt: '2024-10-16T00:00:00+08:00',
    crossDistrict: false,
    offering: { id: offeringId },
    partner: { id: partnerId },
    need: { id: needId, state: 'OPEN' },
    acceptedAt: null,
  });
  const matchId = String(record?.['id']);
  expect((await move(matchId, 'ACCEPTED', app)).record).toMatchObject({
    state: 'ACCEPTED',
    acceptedAt: '2024-10-16T00:00:00+08:00',
    need: { state: 'MATCHED' },
  });
  daysLater(1);
  expect((await move(matchId, 'DELIVERED')).record).toEqual({
    state: 'DELIVERED',
    acceptedAt: '2024-10-16T00:00:00+08:00',
    deliveredAt: '2024-10-17T00:00:00+08:00',
    need: { state: 'MET' },
    transitions: [
      { from: null, to: 'PROPOSED' },
      { from: 'PROPOSED', to: 'ACCEPTED' },
      { from: 'ACCEPTED', to: 'DELIVERED' },
    ],
  });
});

test('an app proposes its own partner, and leaves all that an officer’s proposal leaves', async () => {
  const [byOfficer, byApp] = [await makeNeed(sample.door), await makeNeed(sample.door)];
  await propose(byOfficer);
  const before = await storedRows(sample.testDatabase);
  const { record } = await propose(
    byApp,
    app,
    {},
    'proposedBy provenance { method } transitions { to actorRole }',
  );
  expect(record).toEqual({
    proposedBy: 'PARTNER',
    provenance: { method: 'RECORDED' },
    transitions: [{ to: 'PROPOSED', actorRole: 'PARTNER_APP' }],
  });
  expect(grown(before, await storedRows(sample.testDatabase))).toEqual({
    need_match: 1,
    provenance: 1,
    transition: 1,
    outbox: 1,
    idempotency: 1,
  });
});

test('from each state exactly the moves of the machine are made', async () => {
  const needId = await makeNeed(sample.door);
  const matchId = await proposed(needId);
  const states = Object.values(NeedMatchState);
  const made: string[] = [];
  for (const from of states) {
    for (const to of states) {
      const needState = from === 'ACCEPTED' ? 'MATCHED' : 'OPEN';
      const accepted = from === 'ACCEPTED' || from === 'DELIVERED' ? now : null;
      // A proposal may lapse once its time is over, and be answered before.
      const proposedAt = to === 'LAPSED' ? new Date('2024-10-09T00:00:00+08:00') : now;
      await withAdmin(
        sample.testDatabase,
        (sql) => sql`
        with need as (update partners.need_item set state = ${needState} where id = ${needId})
        update partners.need_match
        set state = ${from}, proposed_at = ${proposedAt}, accepted_at = ${accepted},
          delivered_at = ${from === 'DELIVERED' ? now : null}
        where id = ${matchId}`,
      );
      await withAdmin(
        sample.testDatabase,
        (sql) => sql`
        delete from partners.transition where entity_id = ${matchId}`,
      );
      const { record, refusals } = await move(matchId, to);
      if (record) made.push(`${from}>${to}`);
      else expect(refusals).toEqual(['MOVE_NOT_ALLOWED to']);
    }
  }
  expect(made).toEqual(
    states.flatMap((from) => needMatchStates.moves[from].map((to) => `${from}>${to}`)),
  );
});

test('a proposal is answered until the last millisecond of its seven days, and then has lapsed', async () => {
  const matchId = await proposed(await makeNeed(sample.door));
  daysLater(7, -1);
  expect((await move(matchId, 'LAPSED')).refusals).toEqual(['MOVE_NOT_ALLOWED to']);
  daysLater(7);
  const shown = await askSubgraph(sample.door, `{ needMatch(id: "${matchId}") { state } }`);
  expect(shown.data).toEqual({ needMatch: { state: 'LAPSED' } });
  expect((await move(matchId, 'ACCEPTED', app)).refusals).toEqual(['MOVE_NOT_ALLOWED to']);
  expect((await move(matchId, 'LAPSED')).record).toMatchObject({
    state: 'LAPSED',
    need: { state: 'OPEN' },
  });
});

test('after a proposal has lapsed the same partner may be proposed again', async () => {
  const needId = await makeNeed(sample.door);
  await proposed(needId);
  expect((await propose(needId)).refusals).toEqual(['DUPLICATE partnerId']);
  daysLater(7);
  expect((await propose(needId)).refusals).toEqual([]);
  const { data } = await askSubgraph(
    sample.door,
    `{ needItem(id: "${needId}") { matches { state } } }`,
  );
  expect(data).toEqual({ needItem: { matches: [{ state: 'LAPSED' }, { state: 'PROPOSED' }] } });
});

test('of two acceptors at once one wins, and the need is matched once', async () => {
  for (let round = 0; round < 5; round += 1) {
    const needId = await makeNeed(sample.door);
    const other = await makeActivePartner(sample.door, schemeId);
    const first = await proposed(needId);
    const second = await writtenId(sample.door, officer, 'proposeMatch', {
      needId,
      partnerId: other.partnerId,
    });
    const answers = await Promise.all([
      move(first, 'ACCEPTED', app),
      move(second, 'ACCEPTED', appOf(other.partnerId)),
    ]);
    const refusals = answers.map((answer) => answer.refusals.join()).sort();
    expect(refusals[0]).toBe('');
    expect(['CONFLICT matchId', 'MOVE_NOT_ALLOWED matchId']).toContain(refusals[1]);
    const { data } = await askSubgraph(
      sample.door,
      `{ needItem(id: "${needId}") { state transitions { to } matches { state } } }`,
    );
    expect(data?.['needItem']).toMatchObject({
      state: 'MATCHED',
      transitions: [{ to: 'OPEN' }, { to: 'MATCHED' }],
    });
  }
});

test('eight who accept one match at once accept it once', async () => {
  const matchId = await proposed(await makeNeed(sample.door));
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => move(matchId, 'ACCEPTED', app)),
  );
  expect(answers.map(({ refusals }) => refusals.join()).sort()).toEqual([
    '',
    ...Array.from({ length: 7 }, () => 'MOVE_NOT_ALLOWED to'),
  ]);
});

test('who cannot keep an accepted match gives it back, and the need is open again', async () => {
  const needId = await makeNeed(sample.door);
  const matchId = await proposed(needId);
  await move(matchId, 'ACCEPTED', app);
  expect((await move(matchId, 'WITHDRAWN', app, { reason: '人手不足' })).record).toMatchObject({
    state: 'WITHDRAWN',
    need: { state: 'OPEN' },
  });
  const { partnerId: other } = await makeActivePartner(sample.door, schemeId);
  const again = await writtenId(sample.door, officer, 'proposeMatch', { needId, partnerId: other });
  expect((await move(again, 'ACCEPTED')).record).toMatchObject({ need: { state: 'MATCHED' } });
});

test('an app neither answers its own proposal nor reports its own delivery', async () => {
  const own = await proposed(await makeNeed(sample.door), app);
  expect((await move(own, 'ACCEPTED', app)).refusals).toEqual(['NOT_AUTHORISED']);
  await move(own, 'ACCEPTED', officer);
  expect((await move(own, 'DELIVERED', app)).refusals).toEqual(['NOT_AUTHORISED']);
});

test('an app writes no internal notes', async () => {
  const matchId = await proposed(await makeNeed(sample.door));
  expect((await move(matchId, 'ACCEPTED', app, { note: 'x' })).refusals).toEqual([
    'NOT_AUTHORISED note',
  ]);
});

test('the officers of the partner’s district have no hand in the needs of another', async () => {
  const needId = await makeNeed(sample.door, {}, away);
  expect((await propose(needId)).refusals).toEqual(['NOT_AUTHORISED']);
  const { record } = await propose(needId, officerAway, {}, 'id crossDistrict');
  expect(record).toMatchObject({ crossDistrict: true });
  expect((await move(String(record?.['id']), 'ACCEPTED')).refusals).toEqual(['NOT_AUTHORISED']);
});

test.each([
  ['another partner’s app', () => appOf('partner_fixture_two')],
  ['an officer of another district', () => officerAway],
])('%s proposes and moves nothing', async (_, viewer) => {
  const needId = await makeNeed(sample.door);
  expect((await propose(needId, viewer())).refusals).toEqual(['NOT_AUTHORISED']);
  expect((await move(await proposed(needId), 'DECLINED', viewer())).refusals).toEqual([
    'NOT_AUTHORISED',
  ]);
});

test('what could not be kept is not proposed', async () => {
  const needId = await makeNeed(sample.door);
  const wrongKind = await makeOffering(sample.door, partnerId, { serviceKind: 'HAIRCUT' });
  const idle = await makePartner(sample.door);
  const refused = (change: object) =>
    refusalsOf(sample.door, officer, 'proposeMatch', { needId, partnerId, ...change });
  expect(await refused({ offeringId: wrongKind })).toEqual(['RULE_VIOLATED offeringId']);
  expect(await refused({ partnerId: idle })).toEqual(['RULE_VIOLATED partnerId']);
  expect(await refused({ partnerId: 'partner_fixture_nobody' })).toEqual(['NOT_FOUND partnerId']);
  expect(await refused({ needId: 'needitem_fixture_none' })).toEqual(['NOT_FOUND needId']);
  expect(await refused({ offeringId: 'x' })).toEqual(['BAD_USER_INPUT offeringId']);
  await writtenId(sample.door, officer, 'moveNeed', { needId, to: 'LAPSED' });
  expect(await refused({})).toEqual(['MOVE_NOT_ALLOWED needId']);
});
