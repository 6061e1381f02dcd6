import type { Label, SeedRecord } from '@linju/kit';

import type { CodeList } from '../rules/code-lists.js';
import { sharedTables } from '../tables/shared-tables.js';
import { recordOf } from './record-of.js';
import { enteredHere } from './seed-provenance.js';

/** The vocabularies of this subgraph as they begin, in the words of docs/glossary.md. */
export const codeValues = (): readonly SeedRecord[] =>
  Object.entries(vocabularies).flatMap(([list, vocabulary]) =>
    Object.entries(vocabulary).map(([code, label]) => codeRecord(list, code, label)),
  );

const codeRecord = (list: string, code: string, { zh, en }: Label): SeedRecord =>
  recordOf({
    type: 'CodeValue',
    id: `${list}/${code}`,
    districtCode: null,
    table: sharedTables.codeValue,
    row: { list, code, zh, en },
    provenance: enteredHere,
  });

const vocabularies: Readonly<Record<CodeList, Readonly<Record<string, Label>>>> = {
  FacilityKind: {
    PARTY_SERVICE_CENTRE: { zh: '党群服务中心', en: "party and people's service centre" },
    BUILDING_STATION: { zh: '楼宇党群服务站', en: 'service station in an office building' },
    COMMUNITY_SERVICE_CENTRE: { zh: '公共服务中心', en: 'service centre of a community' },
    CHARITY_SHOP: { zh: '慈善超市', en: 'charity shop' },
    MALL: { zh: '商场', en: 'mall' },
    MARKET: { zh: '市场', en: 'market' },
    CANTEEN: { zh: '食堂', en: 'canteen' },
    HOUSING: { zh: '公寓', en: 'flats' },
    LECTURE_HALL: { zh: '讲堂', en: 'lecture hall' },
    STATION: { zh: '驿站', en: 'rest and service station' },
    SPORTS_HALL: { zh: '体育馆', en: 'sports hall' },
    GYM: { zh: '健身房', en: 'gym' },
    PARK: { zh: '公园', en: 'park' },
    ACTIVITY_ROOM: { zh: '活动室', en: 'activity room' },
    VOLUNTEER_HOME: { zh: '志愿者之家', en: 'home of volunteers' },
    DEPUTY_STATION: { zh: '人大代表联络站', en: 'station where deputies receive residents' },
    EXHIBITION: { zh: '展示中心', en: 'exhibition centre' },
    INNOVATION_CENTRE: { zh: '创新中心', en: 'innovation centre' },
    INDUSTRIAL_PARK: { zh: '产业园', en: 'industrial park' },
    REHAB_GUIDANCE: {
      zh: '社区戒毒(康复)指导中心',
      en: 'guidance centre for community rehabilitation',
    },
    SCHOOL: { zh: '学校', en: 'school' },
    OPEN_SPACE: { zh: '露天场所', en: 'open space' },
  },
  PostKind: {
    GRID_WORKER: { zh: '网格员', en: 'worker of a grid' },
    GRID_LEAD: { zh: '网格长', en: 'head of a grid' },
    BUILDING_LEAD: { zh: '楼栋长', en: 'head of a building' },
    THREE_LEADS: { zh: '三长', en: 'the three heads of a neighbourhood, taken together' },
    COMMUNITY_WORKER: { zh: '社区工作人员', en: 'staff of a community' },
    RESIDENT_LAWYER: { zh: '驻所律师', en: 'lawyer posted at a police station' },
    AREA_POLICE: { zh: '片区民警', en: 'police officer of the area' },
    DEPUTY: { zh: '人大代表', en: "deputy of a people's congress" },
    BUREAU_HEAD: { zh: '部门局长', en: 'head of a bureau' },
    PROPERTY_STEWARD: { zh: '物业管家', en: 'steward of a property firm' },
    STREET_LEADER: { zh: '街道领导', en: 'leader of a street' },
    DISTRICT_LEADER: { zh: '区领导', en: 'leader of a district' },
  },
  MethodTag: {
    PARTY_BUILDING_COHESION: { zh: '党建聚合力', en: 'cohesion by party building' },
    FIVE_FUSIONS_FIVE_GATHERINGS: { zh: '五融五聚', en: 'five fusions, five gatherings' },
    SIX_NEIGHBOURS: { zh: '六邻', en: 'the six ways of being neighbours, one code each below' },
    NEIGHBOURS_BENEFIT: { zh: '惠邻', en: 'benefit neighbours (partners)' },
    NEIGHBOURS_GATHER: { zh: '聚邻', en: 'gather neighbours (events)' },
    NEIGHBOURS_HELP: { zh: '助邻', en: 'help neighbours (volunteers)' },
    NEIGHBOURS_DELIGHT: { zh: '悦邻', en: 'delight neighbours (events)' },
    NEIGHBOURS_HARMONY: { zh: '睦邻', en: 'live in harmony (requests)' },
    NEIGHBOURS_SAFETY: { zh: '安邻', en: 'keep neighbours safe (safety)' },
    SIX_AWARENESSES: { zh: '六个意识', en: 'six kinds of awareness' },
    ALL_AGES_FRIENDLY: { zh: '全龄友好', en: 'friendly to all ages' },
    SHINING_PROJECT: { zh: '闪亮工程', en: 'shining project' },
    FIVE_JOINTS: { zh: '五联', en: 'five joint actions' },
    THREE_LISTS: { zh: '三张清单', en: 'lists of resources, needs and projects' },
    MEDIA_COMMUNITY_GOVERNMENT_BUSINESS: {
      zh: '媒体+社区+政务+商务',
      en: 'media, community, government and business together',
    },
    FIVE_BLOCKS: { zh: '五个街区', en: 'five street blocks' },
    SMALL_CUT: { zh: '小切口', en: 'begin with a small cut' },
  },
};
