import type { SeedFigure } from '@linju/kit';

import { claimedIn, effectiveDay, reportedIn, statedIn } from './seed-provenance.js';

/**
 * The totals that documents state about places and facilities, by the id or code of their subject.
 * They stand beside records and never add to them.
 *
 * | Golden fact | Subject            | Keys                                                    |
 * | ----------- | ------------------ | ------------------------------------------------------- |
 * | GF06        | IGO慈善超市        | monthlyBeneficiaries                                    |
 * | GF25        | 梅溪湖街道         | enterpriseResolutionRate                                |
 * | GF27        | 中南社区           | elderlyUniversityLearners … PartyMembers Courses Classes |
 * | GF28        | 中南社区           | cultureTeams, cultureTeamPeople, cultureTeamPartyMembers |
 * | GF30        | 中南社区           | ownersCommitteeMembers, ownersCommitteePartyMembers     |
 * | GF31        | 长沙市             | newEmploymentGroup                                      |
 * | XB1         | 望城区             | whistles, whistle… Response Completion Satisfaction GridWorkers |
 *
 * Not here: totals of events, teams, campaigns, requests, funds and partner schemes, which stand with
 * their subjects in other subgraphs, and XB2 and XB3, whose subjects (广州南沙, 成都) lie outside.
 */
export const reportedFigures: Readonly<Record<string, readonly SeedFigure[]>> = {
  '430100': [
    {
      key: 'newEmploymentGroup',
      value: 700_000,
      qualifier: 'NEARLY',
      unit: 'PERSON',
      asOf: effectiveDay('2025-12-11'),
      provenance: statedIn('s0'),
    },
  ],

  // A rate that the office states of its own work.
  '430104010': [
    {
      key: 'enterpriseResolutionRate',
      value: 10_000,
      unit: 'BASIS_POINT',
      kind: 'CLAIM',
      periodFrom: effectiveDay('2025-01-01'),
      periodTo: effectiveDay('2025-10-01'),
      provenance: claimedIn('s0'),
    },
  ],

  // 雷锋哨, the platform that residents and grid workers whistle on.
  '430112': [
    whistleFigure({ key: 'whistles', value: 5_300, qualifier: 'AT_LEAST', unit: 'CASE' }),
    whistleFigure({ key: 'whistleResponse', value: 10_000, unit: 'BASIS_POINT' }),
    whistleFigure({
      key: 'whistleCompletion',
      value: 9_600,
      qualifier: 'AT_LEAST',
      unit: 'BASIS_POINT',
    }),
    whistleFigure({
      key: 'whistleSatisfaction',
      value: 9_800,
      qualifier: 'AT_LEAST',
      unit: 'BASIS_POINT',
    }),
    whistleFigure({
      key: 'whistleGridWorkers',
      value: 10_000,
      qualifier: 'AT_LEAST',
      unit: 'PERSON',
    }),
  ],

  community_seed_zhongnan: [
    { key: 'elderlyUniversityLearners', value: 273, unit: 'PERSON' },
    { key: 'elderlyUniversityPartyMembers', value: 77, unit: 'PERSON' },
    { key: 'elderlyUniversityCourses', value: 6, unit: 'COURSE' },
    { key: 'elderlyUniversityClasses', value: 7, unit: 'CLASS' },
    { key: 'cultureTeams', value: 17, unit: 'TEAM' },
    { key: 'cultureTeamPeople', value: 320, qualifier: 'ABOUT', unit: 'PERSON' },
    { key: 'cultureTeamPartyMembers', value: 120, unit: 'PERSON' },
    // Of all owners' committees of the community together, so no estate has them.
    { key: 'ownersCommitteeMembers', value: 24, unit: 'PERSON' },
    { key: 'ownersCommitteePartyMembers', value: 18, unit: 'PERSON' },
  ],

  // Goods are given out on the fifth of each month.
  facility_seed_igo: [{ key: 'monthlyBeneficiaries', value: 169, unit: 'PERSON' }],
  facility_seed_zhongnan_flats: [{ key: 'flats', value: 55, unit: 'ITEM' }],
  facility_seed_zhongnan_park: [{ key: 'ground', value: 31, unit: 'MU' }],
  facility_seed_chuanggu_a12_room: [
    {
      key: 'occupancyRate',
      value: 9_000,
      qualifier: 'AT_LEAST',
      unit: 'BASIS_POINT',
      kind: 'CLAIM',
      provenance: claimedIn('s1'),
    },
  ],
};

// The report is of 2022-03-04, so the span it covers ends there.
function whistleFigure(figure: SeedFigure): SeedFigure {
  return {
    kind: 'BENCHMARK',
    periodFrom: effectiveDay('2021-10-01'),
    periodTo: effectiveDay('2022-03-04'),
    provenance: reportedIn('source_seed_xb1', { asOf: '2022-03-04' }),
    ...figure,
  };
}
