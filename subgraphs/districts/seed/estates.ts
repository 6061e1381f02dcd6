import type { SeedRecord } from '@linju/kit';

import { estateTable } from '../tables/community-tables.js';
import { recordOf } from './record-of.js';
import { statedIn, type SeedProvenance } from './seed-provenance.js';

/**
 * The estates that the documents name and place in a community. Left out for want of a community are
 * the estate 菜茵小镇 and the grid 丹桂苑网格, so there is no grid; villagers' groups (组) have no type.
 */
export const estates = (): readonly SeedRecord[] => facts.map(estateRecord);

interface EstateFacts {
  readonly id: string;
  readonly name: string;
  readonly community: string;
  readonly district: string;
  readonly aliases?: readonly string[];
  readonly blocks?: readonly string[];
  readonly builtDecade?: number;
  readonly from: SeedProvenance;
}

function estateRecord(facts: EstateFacts): SeedRecord {
  const { id, name, community, district, aliases = [], blocks = [], builtDecade, from } = facts;
  return recordOf({
    type: 'Estate',
    id,
    districtCode: district,
    table: estateTable,
    row: {
      id,
      name,
      communityId: community,
      districtCode: district,
      aliases: [...aliases],
      blocks: [...blocks],
      builtDecade: builtDecade ?? null,
    },
    provenance: from,
  });
}

const facts: readonly EstateFacts[] = [
  {
    id: 'estate_seed_beichen',
    name: '北辰中央公园',
    community: 'community_seed_chuanggu',
    district: '430103',
    blocks: ['A区', 'D区', 'F区'],
    from: statedIn('s1'),
  },
  {
    id: 'estate_seed_changyichang',
    name: '肠衣厂宿舍',
    community: 'community_seed_mingan',
    district: '430103',
    aliases: ['肠衣厂宿舍区'],
    builtDecade: 1980,
    from: statedIn('s1'),
  },
  // The document has both spellings; the second is taken for the slip.
  {
    id: 'estate_seed_yali',
    name: '雅礼融城教师宿舍',
    community: 'community_seed_yili',
    district: '430103',
    aliases: ['雅礼融城教室宿舍'],
    from: statedIn('s1'),
  },
  // Its party branch holds an event in this community; that it lies there is our reading.
  {
    id: 'estate_seed_wanfeng',
    name: '万丰上院',
    community: 'community_seed_dashiqiao',
    district: '430211',
    from: statedIn('s4', { asOf: '2024-07-23', confidence: 'MEDIUM' }),
  },
];
