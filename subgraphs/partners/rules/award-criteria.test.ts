import { expect, test } from 'vitest';

import { computeCriteria, type CandidacyFacts } from './award-criteria.js';

const facts: CandidacyFacts = {
  membershipState: 'ACTIVE',
  partnerType: 'COMMERCIAL',
  premisesState: 'KNOWN',
  premisesVerdict: 'SAFE',
  agreements: 1,
  shareDueFen: 10_000n,
  sharePaidFen: 10_000n,
  deliveredActs: 2,
  contributionsPosted: 0,
  otherActs: 0,
};

const results = (change: Partial<CandidacyFacts>) =>
  computeCriteria({ ...facts, ...change }).map(({ result }) => result);

test('the four criteria stand in one order, each with its reason in both languages', () => {
  expect(computeCriteria(facts)).toEqual([
    {
      criterion: 'ACTIVE_MEMBERSHIP',
      result: 'MET',
      detail: { zh: '合作中', en: 'The membership is active.' },
    },
    {
      criterion: 'PREMISES_SAFETY',
      result: 'MET',
      detail: { zh: '场所无重大或逾期隐患', en: 'No open major and no overdue hazard.' },
    },
    {
      criterion: 'REVENUE_SHARE',
      result: 'MET',
      detail: { zh: '应付 10000 分,已付 10000 分', en: '10000 of 10000 fen due are paid.' },
    },
    {
      criterion: 'DELIVERED_ACT',
      result: 'MET',
      detail: { zh: '当年已登记 2 项', en: '2 recorded in the year.' },
    },
  ]);
});

test.each(['SUSPENDED', 'EXITED', 'ADMITTED', null] as const)(
  'a membership that is %s is not active',
  (membershipState) => expect(results({ membershipState })[0]).toBe('NOT_MET'),
);

test.each([
  ['NONE', null, 'MET'],
  ['NONE', 'UNSAFE', 'MET'],
  ['KNOWN', 'SAFE', 'MET'],
  ['KNOWN', 'UNSAFE', 'NOT_MET'],
  ['KNOWN', null, 'UNKNOWN'],
  ['UNKNOWN', null, 'UNKNOWN'],
  ['UNKNOWN', 'SAFE', 'UNKNOWN'],
] as const)('premises %s with verdict %s are %s', (premisesState, premisesVerdict, result) => {
  expect(results({ premisesState, premisesVerdict })[1]).toBe(result);
});

test.each([
  ['all is paid', { sharePaidFen: 10_000n }, 'MET'],
  ['more is paid', { sharePaidFen: 10_001n }, 'MET'],
  ['a fen is missing', { sharePaidFen: 9_999n }, 'NOT_MET'],
  ['nobody knows what is paid', { sharePaidFen: null }, 'UNKNOWN'],
  ['nothing is due under an agreement', { shareDueFen: 0n, sharePaidFen: null }, 'MET'],
  ['no agreement is recorded', { shareDueFen: 0n, agreements: 0 }, 'UNKNOWN'],
  [
    'a person has none and needs none',
    { shareDueFen: 0n, agreements: 0, partnerType: 'INDIVIDUAL' },
    'MET',
  ],
] as const)('the revenue share, when %s', (_, change, result) => {
  expect(results(change)[2]).toBe(result);
});

test.each([
  [{ deliveredActs: 1 }, 'MET'],
  [{ deliveredActs: 0, contributionsPosted: 1 }, 'MET'],
  [{ deliveredActs: 0, otherActs: 1, contributionsPosted: null }, 'MET'],
  [{ deliveredActs: 0 }, 'NOT_MET'],
  [{ deliveredActs: 0, contributionsPosted: null }, 'UNKNOWN'],
  [{ deliveredActs: 0, otherActs: null }, 'UNKNOWN'],
] as const)('acts %j are %s', (change, result) => expect(results(change)[3]).toBe(result));
