import type { PartialDate, SeedRecord } from '@linju/kit';

import { facilityTable } from '../tables/facility-table.js';
import { recordOf, sharing } from './record-of.js';
import { effectiveDay, statedIn, type SeedProvenance } from './seed-provenance.js';

/**
 * The places that the documents name. All are open: none that is still planned is named. A past is
 * kept where the day or month of the opening is stated.
 */
export const facilities = (): readonly SeedRecord[] => facts.map(facilityRecord);

interface FacilityFacts {
  readonly id: string;
  readonly name: string;
  /** A code of the list FacilityKind. */
  readonly kind: string;
  /** Its street; where none is stated, its district. */
  readonly place: string;
  readonly community?: string;
  readonly operator?: string;
  readonly areaM2?: number;
  readonly seats?: number;
  /** Floors and rooms in our words. */
  readonly rooms?: string;
  readonly feeFenPerMonth?: bigint;
  readonly opened?: PartialDate;
  readonly from: SeedProvenance;
}

function facilityRecord(facts: FacilityFacts): SeedRecord {
  const { id, place, opened } = facts;
  const districtCode = place.slice(0, 6);
  return recordOf({
    type: 'Facility',
    id,
    districtCode,
    table: facilityTable,
    row: { ...facilityRow(facts), districtCode, status: 'OPEN' },
    provenance: facts.from,
    ...(opened && {
      transitions: [{ from: null, to: 'OPEN', effectiveAt: effectiveDay(opened) }],
    }),
  });
}

const facilityRow = (facts: FacilityFacts) => ({
  id: facts.id,
  name: facts.name,
  kind: facts.kind,
  streetCode: facts.place.length === 9 ? facts.place : null,
  communityId: facts.community ?? null,
  operatorId: facts.operator ?? null,
  areaM2: facts.areaM2 ?? null,
  seats: facts.seats ?? null,
  rooms: facts.rooms ?? null,
  feeFen: facts.feeFenPerMonth ?? null,
  feePeriod: facts.feeFenPerMonth === undefined ? null : ('MONTH' as const),
});

const zhongnan = {
  place: '430112001',
  community: 'community_seed_zhongnan',
  from: statedIn('s2'),
};

const facts: readonly FacilityFacts[] = [
  // 长沙市
  {
    id: 'facility_seed_wangcheng_centre',
    name: '望城区新就业群体党群服务中心',
    kind: 'PARTY_SERVICE_CENTRE',
    place: '430112006',
    operator: 'organisation_seed_wangcheng_federation',
    rooms:
      '一楼:24小时自助服务站、一小时托幼角,可歇息、充电、饮水、用热餐;' +
      '二楼:心理咨询、共享直播间、法律援助、纠纷调解、技能培训',
    opened: '2025-12-11',
    from: statedIn('s0'),
  },
  {
    id: 'facility_seed_longhu',
    name: '龙湖天街',
    kind: 'MALL',
    place: '430112006',
    community: 'community_seed_tianetang',
    from: statedIn('s0'),
  },
  {
    id: 'facility_seed_jinmao_station',
    name: '金茂大厦楼宇党群服务站',
    kind: 'BUILDING_STATION',
    place: '430104010',
    from: statedIn('s0'),
  },
  {
    id: 'facility_seed_meixihu_ecommerce_park',
    name: '梅溪湖跨境电商产业园',
    kind: 'INDUSTRIAL_PARK',
    place: '430104',
    from: statedIn('s0'),
  },
  // The head of a network of one centre and N community stations, none of which is named.
  {
    id: 'facility_seed_kaifu_rehab_guidance',
    name: '开福区社区戒毒(康复)指导中心',
    kind: 'REHAB_GUIDANCE',
    place: '430105004',
    community: 'community_seed_shuifengjing',
    operator: 'organisation_seed_changsha_rehab',
    rooms: '“1+N”:一个指导中心,N个社区站点',
    from: statedIn('s0'),
  },
  {
    id: 'facility_seed_chuanggu_a12_room',
    name: '北辰中央公园A12活动室',
    kind: 'ACTIVITY_ROOM',
    place: '430103013',
    community: 'community_seed_chuanggu',
    rooms: 'A区;经全体业主同意设立',
    opened: '2021-11',
    from: statedIn('s1'),
  },
  {
    id: 'facility_seed_chuanggu_rooftops',
    name: '北辰中央公园D区、F区屋顶',
    kind: 'OPEN_SPACE',
    place: '430103013',
    community: 'community_seed_chuanggu',
    rooms: '各栋屋顶设公用晾衣架',
    from: statedIn('s1'),
  },
  {
    id: 'facility_seed_yili_volunteer_home',
    name: '一力社区志愿者之家',
    kind: 'VOLUNTEER_HOME',
    place: '430103013',
    community: 'community_seed_yili',
    from: statedIn('s1'),
  },

  // 望城区, 中南社区
  ...sharing(zhongnan, [
    {
      id: 'facility_seed_zhongnan_service_centre',
      name: '中南社区公共服务中心',
      kind: 'COMMUNITY_SERVICE_CENTRE',
      areaM2: 1_700,
      rooms: '雷锋超市、党员活动室、妇儿之家、咨询室、绿色网吧、儿童图书室、书法室、舞蹈室',
    },
    { id: 'facility_seed_zhongnan_canteen', name: '中南小苑', kind: 'CANTEEN' },
    { id: 'facility_seed_zhongnan_flats', name: '青年人才公寓', kind: 'HOUSING', rooms: '公租房' },
    {
      id: 'facility_seed_zhongnan_lecture_hall',
      name: '初心讲堂',
      kind: 'LECTURE_HALL',
      seats: 368,
    },
    {
      id: 'facility_seed_zhongnan_station',
      name: '雷锋驿站',
      kind: 'STATION',
      rooms: '日间照料室、哺乳室、阅览室、居民议事吧',
    },
    {
      id: 'facility_seed_zhongnan_youth_station',
      name: '“雷锋号”青少年关爱家园',
      kind: 'STATION',
    },
    {
      id: 'facility_seed_zhongnan_sports_hall',
      name: '同心体育馆',
      kind: 'SPORTS_HALL',
      rooms: '球场',
    },
    {
      id: 'facility_seed_zhongnan_gym',
      name: '智慧健身房',
      kind: 'GYM',
      areaM2: 100,
      rooms: '跑步机5台',
      feeFenPerMonth: 2_500n,
    },
    // Its ground is stated in mu, which is not turned into square metres: see reported-figures.ts.
    { id: 'facility_seed_zhongnan_park', name: '同心公园', kind: 'PARK', rooms: '含同心广场' },
  ]),

  // 株洲市
  {
    id: 'facility_seed_igo',
    name: 'IGO慈善超市',
    kind: 'CHARITY_SHOP',
    place: '430202001',
    community: 'community_seed_yeyachong',
    operator: 'organisation_seed_lele',
    rooms: '设旧物架:捐赠的七成新物品和志愿者的手工艺品',
    from: statedIn('s3'),
  },
  {
    id: 'facility_seed_huaxing_deputy_station',
    name: '龙泉街道人大代表联络站华兴村接待点',
    kind: 'DEPUTY_STATION',
    place: '430203007',
    community: 'community_seed_huaxing',
    operator: 'organisation_seed_longquan_deputy_station',
    from: statedIn('s3', { asOf: '2024-09-20' }),
  },
  // Which of the two markets lies in which street is not stated; who runs them is not named.
  {
    id: 'facility_seed_shanmutang',
    name: '杉木塘金属材料市场',
    kind: 'MARKET',
    place: '430204',
    from: statedIn('s3', { asOf: '2024-09-20' }),
  },
  {
    id: 'facility_seed_zhongnan_metal',
    name: '中南株洲金属材料物流大市场',
    kind: 'MARKET',
    place: '430204',
    from: statedIn('s3', { asOf: '2024-09-20' }),
  },
  {
    id: 'facility_seed_zhizaomingcheng',
    name: '制造名城展示中心',
    kind: 'EXHIBITION',
    place: '430211',
    from: statedIn('s4'),
  },
  {
    id: 'facility_seed_gaokeyuan',
    name: '高科园创新中心',
    kind: 'INNOVATION_CENTRE',
    place: '430211',
    from: statedIn('s4'),
  },
];
