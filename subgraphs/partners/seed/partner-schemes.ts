import { shanghaiMidnight, type SeedRecord } from '@linju/kit';
import type { InferInsertModel } from 'drizzle-orm';

import { partnerSchemeTable } from '../tables/partner-scheme-table.js';
import { recordOf } from './record-of.js';
import { benchmarkFrom, dayOf, statedIn, type SeedProvenance } from './seed-provenance.js';

/**
 * The three schemes that documents tell of, and what they state about them.
 *
 * | Golden fact | Scheme                 | As                                                     |
 * | ----------- | ---------------------- | ------------------------------------------------------ |
 * | GF04        | 荷塘区社区合伙人       | its award rule                                         |
 * | GF05        | 荷塘区社区合伙人       | partnerTypes, cooperationModes                         |
 * | GF07        | 中南社区区域化党建共建 | coBuildingUnits                                        |
 * | XB2         | 荷塘区社区合伙人       | nanshaPartners … Projects RaisedFen, of another place  |
 */
export const partnerSchemes = (): readonly SeedRecord[] => [hetang, linjuli, zhongnanCoBuilding];

function schemeRecord(
  row: InferInsertModel<typeof partnerSchemeTable>,
  provenance: SeedProvenance,
): SeedRecord {
  return recordOf({
    type: 'PartnerScheme',
    id: row.id,
    districtCode: row.districtCode ?? null,
    table: partnerSchemeTable,
    row,
    provenance,
  });
}

// The first year of a scheme elsewhere. Its keys say whose it is, so that nobody takes it for 荷塘's.
const nansha = {
  kind: 'BENCHMARK',
  asOf: shanghaiMidnight('2025-09'),
  provenance: benchmarkFrom('source_seed_xb2', '2025-09'),
} as const;
const nanshaBenchmark = [
  { key: 'nanshaPartners', value: 128, unit: 'UNIT_OR_PERSON', ...nansha },
  { key: 'nanshaProjects', value: 156, unit: 'ITEM', ...nansha },
  {
    key: 'nanshaRaisedFen',
    value: 2_000_000_000,
    unit: 'FEN',
    qualifier: 'AT_LEAST',
    ...nansha,
  },
] as const;

const hetang: SeedRecord = {
  ...schemeRecord(
    {
      id: 'partnerscheme_seed_hetang',
      name: '荷塘区社区合伙人',
      kind: 'COMMUNITY_PARTNER',
      status: 'ACTIVE',
      sponsorId: 'organisation_seed_hetang_social_work',
      cityCode: '430200',
      districtCode: '430202',
      policyId: 'policyinstrument_seed_hetang_partner_rules',
      partnerTypes: ['COMMERCIAL', 'COMMUNITY_GROUP', 'INDIVIDUAL'],
      modes: ['PROJECT', 'SPACE_FOR_RESOURCES', 'MARKET_LED_PUBLIC_BENEFIT', 'MUTUAL_BENEFIT'],
      // The rules call a partner whoever is willing to take part.
      openRecruitment: true,
      awardTitle: '荷塘区优秀社区合伙人',
      awardMinFen: 300_000n,
      awardMaxFen: 1_000_000n,
      awardPerYear: 1,
    },
    statedIn('s4'),
  ),
  reportedFigures: [
    { key: 'partnerTypes', value: 3, unit: 'ITEM' },
    { key: 'cooperationModes', value: 4, unit: 'ITEM' },
    ...nanshaBenchmark,
  ],
};

// Of the whole city; which modes it works by is not stated.
const linjuli = schemeRecord(
  {
    id: 'partnerscheme_seed_linjuli',
    name: '邻聚力合伙人',
    kind: 'MEDIA_NETWORK',
    status: 'ACTIVE',
    sponsorId: 'organisation_seed_changsha_wanbao',
    cityCode: '430100',
    partnerTypes: ['COMMERCIAL', 'COMMUNITY_GROUP'],
    modes: [],
    openRecruitment: true,
  },
  statedIn('s0'),
);

// Its eight units are counted and not named, so they are a figure and no partners. Who leads it is not stated.
const zhongnanCoBuilding: SeedRecord = {
  ...schemeRecord(
    {
      id: 'partnerscheme_seed_zhongnan_cobuilding',
      name: '中南社区区域化党建共建',
      kind: 'CO_BUILDING',
      status: 'ACTIVE',
      cityCode: '430100',
      districtCode: '430112',
      partnerTypes: [],
      modes: [],
    },
    statedIn('s2'),
  ),
  reportedFigures: [{ key: 'coBuildingUnits', value: 8, unit: 'ORGANISATION', asOf: dayOf('s2') }],
};
