import { describe, expect, test } from 'vitest';

import { refusalOf } from '../test-support/refusal-of.js';
import { requireChannels } from './disclosure-channels.js';
import { requireDueAt } from './disclosure-duty.js';
import { parseCommittee, parseFounders, shownFounders } from './fund-people.js';
import { netWeights } from './net-weights.js';
import { requireNotBefore } from './not-before.js';
import { parseOutcomes } from './outcome-type.js';
import { parsePlace, requireNoStreet } from './place.js';
import { requireDayOfMonth } from './pledge-terms.js';
import { parseRecipient } from './recipient.js';
import { requireTotal, setSizeMax } from './set-total.js';
import { parseSourceRef } from './source-ref.js';

const at = (text: string) => new Date(text);

test('requireNotBefore: together is not before, a millisecond earlier is', () => {
  const start = at('2026-01-01T00:00:00Z');
  expect(requireNotBefore('at', start, { earlier: [start], what: 'it began' })).toBe(start);
  expect(
    refusalOf(() =>
      requireNotBefore('at', at('2025-12-31T23:59:59.999Z'), {
        earlier: [start],
        what: 'it began',
      }),
    )?.field,
  ).toBe('at');
});

test('requireTotal: a set has 1 to 100 lines and comes to what the paper says', () => {
  const lines = (count: number) => Array.from({ length: count }, () => ({ amountFen: 2n }));
  expect(refusalOf(() => requireTotal(lines(setSizeMax), 200n))).toBeNull();
  expect(refusalOf(() => requireTotal(lines(1), null))).toBeNull();
  expect(refusalOf(() => requireTotal(lines(0), null))).toEqual({
    code: 'BAD_USER_INPUT',
    field: 'lines',
  });
  expect(refusalOf(() => requireTotal(lines(setSizeMax + 1), null))).toEqual({
    code: 'BAD_USER_INPUT',
    field: 'lines',
  });
  expect(refusalOf(() => requireTotal(lines(2), 5n))).toEqual({
    code: 'SET_NOT_BALANCED',
    field: 'totalFen',
  });
});

test('requireNoStreet: what is kept by district is asked of a city or district', () => {
  for (const area of ['430200', '430202']) {
    expect(refusalOf(() => requireNoStreet(area))).toBeNull();
  }
  expect(refusalOf(() => requireNoStreet('430202001'))).toEqual({
    code: 'BAD_USER_INPUT',
    field: 'area',
  });
});

test('requireDueAt: a yearly report is due at the end of 31 May, other duties when it is said', () => {
  const endOfMay = at('2025-06-01T00:00:00+08:00');
  expect(requireDueAt('ANNUAL_31_MAY', endOfMay)).toBe(endOfMay);
  for (const other of [
    '2025-05-31T00:00:00+08:00',
    '2025-06-01T00:00:01+08:00',
    '2025-06-01T00:00:00Z',
  ]) {
    expect(refusalOf(() => requireDueAt('ANNUAL_31_MAY', at(other)))?.field).toBe('dueAt');
    expect(refusalOf(() => requireDueAt('COMMUNITY_PERIODIC', at(other)))).toBeNull();
  }
});

test('requireChannels: what was published was published somewhere, each place once', () => {
  expect(requireChannels(['ONLINE', 'ONLINE', 'MEDIA'])).toEqual(['ONLINE', 'MEDIA']);
  expect(refusalOf(() => requireChannels([]))).toEqual({
    code: 'BAD_USER_INPUT',
    field: 'channels',
  });
});

test('requireDayOfMonth: a monthly pledge has a day that every month has, others have none', () => {
  expect(requireDayOfMonth('MONTHLY', 28)).toBe(28);
  expect(requireDayOfMonth('FOUNDING', null)).toBeNull();
  for (const [kind, day] of [
    ['MONTHLY', 29],
    ['MONTHLY', 0],
    ['MONTHLY', null],
    ['FOUNDING', 1],
  ] as const) {
    expect(refusalOf(() => requireDayOfMonth(kind, day))?.field).toBe('dayOfMonth');
  }
});

test('parsePlace: a district or a street, not a city', () => {
  expect(parsePlace('place', '430202')).toEqual({ districtCode: '430202', streetCode: null });
  expect(parsePlace('place', '430202001')).toEqual({
    districtCode: '430202',
    streetCode: '430202001',
  });
  expect(refusalOf(() => parsePlace('place', '430200'))).toEqual({
    code: 'BAD_USER_INPUT',
    field: 'place',
  });
});

test('parseRecipient: a partner or a team, told by the id', () => {
  expect(parseRecipient('partner_seed_lele')).toEqual({
    recipientType: 'Partner',
    recipientId: 'partner_seed_lele',
  });
  expect(parseRecipient('team_seed_yinfa')).toEqual({
    recipientType: 'Team',
    recipientId: 'team_seed_yinfa',
  });
  expect(refusalOf(() => parseRecipient('fund_seed_a'))?.field).toBe('recipientId');
});

test('parseSourceRef: a type that money can come from, and an id of that type', () => {
  expect(parseSourceRef({ type: 'Pledge', id: 'pledge_seed_a' }, 'f')).toEqual({
    type: 'Pledge',
    id: 'pledge_seed_a',
  });
  expect(parseSourceRef(null, 'f')).toBeNull();
  for (const wrong of [
    { type: 'Rumour', id: 'rumour_seed_a' },
    { type: 'Pledge', id: 'grant_seed_a' },
    { type: '__proto__', id: 'x' },
  ]) {
    expect(refusalOf(() => parseSourceRef(wrong, 'f'))).toEqual({
      code: 'BAD_USER_INPUT',
      field: 'f',
    });
  }
});

describe('parseOutcomes', () => {
  const outcome = (over: object = {}) => ({
    type: 'Event' as const,
    id: 'event_seed_a',
    weightBps: 10_000,
    ...over,
  });
  test('reads each outcome with its part', () => {
    expect(parseOutcomes([outcome()], 'f')).toEqual([outcome()]);
    expect(parseOutcomes(null, 'f')).toEqual([]);
  });
  test.each([
    ['a part of nothing', [outcome({ weightBps: 0 })]],
    ['more than the whole', [outcome({ weightBps: 10_001 })]],
    ['a fraction of a basis point', [outcome({ weightBps: 0.5 })]],
    ['one outcome twice', [outcome(), outcome()]],
    ['another type’s id', [outcome({ id: 'request_seed_a' })]],
    [
      '21 outcomes',
      Array.from({ length: 21 }, (_, index) => outcome({ id: `event_seed_a${index}` })),
    ],
  ])('refuses %s', (_, outcomes) => {
    expect(refusalOf(() => parseOutcomes(outcomes, 'f'))?.code).toBe('BAD_USER_INPUT');
  });
});

test('netWeights: what is taken less what is given back, in the order of the keys', () => {
  const share = (id: string, weightBps: number) => ({ type: 'Event' as const, id, weightBps });
  expect(
    netWeights(
      [share('event_b', 5), share('event_a', 3), share('event_b', 5)],
      [share('event_a', 3), share('event_c', 1)],
    ),
  ).toEqual([share('event_b', 10), share('event_c', -1)]);
});

describe('founders and committee', () => {
  test('parseFounders keeps what was stated and splits nothing (T14)', () => {
    expect(parseFounders({ value: 25, unit: 'UNIT_OR_PERSON' })).toEqual({
      foundersValue: 25,
      foundersQualifier: 'EXACT',
      foundersUnit: 'UNIT_OR_PERSON',
    });
    expect(parseFounders(null)).toEqual({
      foundersValue: null,
      foundersQualifier: null,
      foundersUnit: null,
    });
    for (const wrong of [
      { value: 1.5, unit: 'PERSON' },
      { value: -1, unit: 'PERSON' },
      { value: 1, unit: 'TREE' },
    ] as const) {
      expect(refusalOf(() => parseFounders(wrong))?.field).toBe('founders');
    }
  });
  test('parseCommittee takes totals from 0', () => {
    expect(parseCommittee({ members: 0 })).toEqual({
      committeeMembers: 0,
      committeeUnpaid: null,
      committeeSupervisors: null,
    });
    expect(refusalOf(() => parseCommittee({ supervisors: -1 }))?.field).toBe(
      'committee.supervisors',
    );
  });
  test('shownFounders: fewer than five persons point at each of them', () => {
    const four = { foundersValue: 4, foundersQualifier: 'EXACT', foundersUnit: 'PERSON' } as const;
    expect(shownFounders(four, false)).toBeNull();
    expect(shownFounders(four, true)).toEqual({ value: 4, qualifier: 'EXACT', unit: 'PERSON' });
    expect(shownFounders({ ...four, foundersValue: 5 }, false)).toMatchObject({ value: 5 });
    expect(shownFounders({ ...four, foundersUnit: 'ORGANISATION' }, false)).toMatchObject({
      value: 4,
    });
  });
});
