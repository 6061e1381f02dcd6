import { scheduleOf, type SeedRecord } from '@linju/kit';

import { distributionTable } from '../tables/distribution-table.js';
import {
  partnerProjectPartnerTable,
  partnerProjectTable,
} from '../tables/partner-project-tables.js';
import { recordOf } from './record-of.js';
import { dayOf, statedIn } from './seed-provenance.js';

const districtCode = '430202';
const streetCode = '430202001';

/**
 * The two projects of 月塘街道. When they began and which fund stands behind them is not stated. The services
 * told of (磨刀, 理发 … at the markets) are not here: no document says which partner offers which.
 */
export const partnerProjects = (): readonly SeedRecord[] => [
  projectRecord({
    id: 'partnerproject_seed_yexiangbang',
    name: '野享帮',
    communityId: 'community_seed_yeyachong',
    partnerIds: ['partner_seed_datong', 'partner_seed_qingzhilian'],
    teamIds: [
      'team_seed_yexiang_bangkun',
      'team_seed_yexiang_bianmin',
      'team_seed_yexiang_lianmeng',
    ],
  }),
  projectRecord({
    id: 'partnerproject_seed_mendian',
    name: '门店协会',
    communityId: 'community_seed_shizitou',
    partnerIds: ['partner_seed_mendian'],
    teamIds: [],
  }),
];

/**
 * One set of daily goods for each of 169 people on the fifth of each month (GF06). No single issue is told of, so
 * the record is the plan that repeats.
 */
export const distributions = (): readonly SeedRecord[] => [
  recordOf({
    type: 'Distribution',
    id: 'distribution_seed_igo_monthly',
    districtCode,
    table: distributionTable,
    row: {
      id: 'distribution_seed_igo_monthly',
      programme: 'IGO慈善超市',
      districtCode,
      streetCode,
      communityId: 'community_seed_yeyachong',
      facilityId: 'facility_seed_igo',
      partnerId: 'partner_seed_lele',
      schedule: scheduleOf({ freq: 'MONTHLY', bymonthday: [5] }),
      recipients: 169,
      recipientsQualifier: 'EXACT',
      recipientsUnit: 'PERSON',
      goodsKind: '日用品',
      state: 'PLANNED',
    },
    provenance: statedIn('s3'),
    transitions: [{ from: null, to: 'PLANNED', effectiveAt: dayOf('s3') }],
  }),
];

interface ProjectFacts {
  readonly id: string;
  readonly name: string;
  readonly communityId: string;
  readonly partnerIds: readonly string[];
  readonly teamIds: readonly string[];
}

const projectRecord = ({ id, name, communityId, partnerIds, teamIds }: ProjectFacts): SeedRecord =>
  recordOf({
    type: 'PartnerProject',
    id,
    districtCode,
    table: partnerProjectTable,
    row: {
      id,
      name,
      districtCode,
      streetCode,
      communityId,
      teamIds: [...teamIds],
      state: 'ACTIVE',
    },
    beside: partnerIds.map((partnerId) => ({
      table: partnerProjectPartnerTable,
      row: { projectId: id, partnerId, districtCode },
    })),
    provenance: statedIn('s3'),
    transitions: [{ from: null, to: 'ACTIVE', effectiveAt: dayOf('s3') }],
  });
