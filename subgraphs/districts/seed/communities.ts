import type { CommunityKind, SeedRecord } from '@linju/kit';

import { communityTable } from '../tables/community-tables.js';
import { recordOf, sharing } from './record-of.js';
import { statedIn, type SeedProvenance } from './seed-provenance.js';

/**
 * The communities and villages that the documents name. Their twelve-digit codes are unknown here
 * until each name has been matched to the code list by hand: docs/sources.md, doubtful points.
 */
export const communities = (): readonly SeedRecord[] => facts.map(communityRecord);

interface CommunityFacts {
  readonly id: string;
  readonly name: string;
  /** RESIDENTS unless given. */
  readonly kind?: CommunityKind;
  /** Its street; where none is stated, its district. */
  readonly place: string;
  /** Codes of the list MethodTag. */
  readonly methods?: readonly string[];
  readonly from: SeedProvenance;
}

function communityRecord(facts: CommunityFacts): SeedRecord {
  const { id, name, kind = 'RESIDENTS', place, methods = [], from } = facts;
  const districtCode = place.slice(0, 6);
  return recordOf({
    type: 'Community',
    id,
    districtCode,
    table: communityTable,
    row: {
      id,
      name,
      aliases: [],
      kind,
      districtCode,
      streetCode: place.length === 9 ? place : null,
      code12: null,
      code12ReasonIfNull: 'CODE_UNKNOWN',
      methodTags: [...methods],
    },
    provenance: from,
  });
}

// 黑石铺街道 works by these; the cases told of its three communities are their fruits.
const cohesionMethods = ['PARTY_BUILDING_COHESION', 'FIVE_FUSIONS_FIVE_GATHERINGS', 'SMALL_CUT'];

const zhongnanMethods = [
  'SIX_NEIGHBOURS',
  'NEIGHBOURS_BENEFIT',
  'NEIGHBOURS_GATHER',
  'NEIGHBOURS_HELP',
  'NEIGHBOURS_DELIGHT',
  'NEIGHBOURS_HARMONY',
  'NEIGHBOURS_SAFETY',
  'SIX_AWARENESSES',
  'ALL_AGES_FRIENDLY',
  'SHINING_PROJECT',
  'FIVE_JOINTS',
  'THREE_LISTS',
];

// 黑石铺街道 of 天心区, 月塘街道 of 荷塘区, 龙泉街道 of 芦淞区.
const inTianxin = { place: '430103013', methods: cohesionMethods, from: statedIn('s1') };
const inHetang = { place: '430202001', from: statedIn('s3') };
const listedInHetang = { place: '430202001', from: statedIn('s3', { confidence: 'MEDIUM' }) };
const inLusong = { place: '430203007', from: statedIn('s3', { asOf: '2024-09-20' }) };

const facts: readonly CommunityFacts[] = [
  // 长沙市
  ...sharing(inTianxin, [
    { id: 'community_seed_chuanggu', name: '创谷社区' },
    { id: 'community_seed_mingan', name: '铭安社区' },
    { id: 'community_seed_yili', name: '一力社区' },
  ]),
  {
    id: 'community_seed_shuifengjing',
    name: '水风井社区',
    place: '430105004',
    from: statedIn('s0'),
  },
  {
    id: 'community_seed_zhongnan',
    name: '中南社区',
    place: '430112001',
    methods: zhongnanMethods,
    from: statedIn('s2'),
  },
  { id: 'community_seed_tianetang', name: '天鹅塘社区', place: '430112006', from: statedIn('s0') },

  // 株洲市: all ten communities of 月塘街道. Two are told of, the others come with the street's list.
  ...sharing(inHetang, [
    { id: 'community_seed_yeyachong', name: '野鸭冲社区' },
    { id: 'community_seed_shizitou', name: '石子头社区' },
  ]),
  ...sharing(listedInHetang, [
    { id: 'community_seed_wenhualu', name: '文化路社区' },
    { id: 'community_seed_donghu', name: '东湖社区' },
    { id: 'community_seed_hetai', name: '合泰社区' },
    { id: 'community_seed_shitangchong', name: '石塘冲社区' },
    { id: 'community_seed_shuizhu', name: '水竹社区' },
    { id: 'community_seed_yuanjiawan', name: '袁家湾社区' },
    { id: 'community_seed_donghuan', name: '东环社区' },
  ]),
  // In its stead the code list of 2023 has 学院社区, and the village 荷塘铺村 besides.
  {
    id: 'community_seed_nanyueling',
    name: '南岳岭社区',
    place: '430202001',
    from: statedIn('s3', { confidence: 'LOW' }),
  },
  { id: 'community_seed_xiangyang', name: '向阳社区', place: '430202004', from: statedIn('s4') },
  // Taken for a slip for 漂沙井 and kept as printed; the code list knows the printed name.
  {
    id: 'community_seed_piaojiajing',
    name: '漂家井社区',
    place: '430203001',
    from: statedIn('s4', { confidence: 'LOW', rawText: '漂家井社区' }),
  },
  {
    id: 'community_seed_xiangjiang',
    name: '湘江村',
    kind: 'VILLAGE',
    place: '430203006',
    from: statedIn('s4'),
  },
  ...sharing(inLusong, [
    { id: 'community_seed_huaxing', name: '华兴村', kind: 'VILLAGE' },
    { id: 'community_seed_gudaqiao', name: '古大桥社区' },
  ] as const),
  { id: 'community_seed_beiling', name: '北岭社区', place: '430204001', from: statedIn('s4') },
  {
    id: 'community_seed_dashiqiao',
    name: '大石桥社区',
    place: '430211004',
    from: statedIn('s4', { asOf: '2024-07-23' }),
  },
  {
    id: 'community_seed_zhumu',
    name: '株木村',
    kind: 'VILLAGE',
    place: '430211103',
    from: statedIn('s3', { asOf: '2024-09-20' }),
  },
  // Its street is not stated. A quarter of a town, whatever the last character says; our reading.
  {
    id: 'community_seed_huayuanercun',
    name: '花园二村',
    place: '430211',
    from: statedIn('s4', { confidence: 'MEDIUM' }),
  },
  // Where the oranges of the brand “7个橙” grow.
  {
    id: 'community_seed_huangzhu',
    name: '黄竹村',
    kind: 'VILLAGE',
    place: '430223102',
    from: statedIn('s0'),
  },
];
