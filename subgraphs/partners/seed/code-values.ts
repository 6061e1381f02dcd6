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
  PartnerSubtype: {
    MERCHANT: { zh: '商家', en: 'merchant' },
    ENTERPRISE: { zh: '企业', en: 'enterprise' },
    PUBLIC_INSTITUTION: { zh: '机关事业单位', en: 'organ or public institution' },
    UNIVERSITY: { zh: '高等院校', en: 'university' },
    SOCIAL_ORGANISATION: { zh: '社会组织', en: 'social organisation' },
    VOLUNTEER_ORGANISATION: { zh: '志愿服务组织', en: 'volunteer organisation' },
    SELF_GOVERNING: { zh: '居民自治组织', en: 'self-governing organisation' },
    VOLUNTEER: { zh: '志愿者', en: 'volunteer' },
    LOCAL_WORTHY: { zh: '乡贤', en: 'respected local person' },
    RESIDENT_BACKBONE: { zh: '居民骨干', en: 'active resident' },
    URBAN_MAKER: { zh: '城市创客', en: 'maker' },
    // Announced as partner types to come in 月塘街道; here they are subtypes.
    NEW_ECONOMY: { zh: '新业态', en: 'new forms of business' },
    PROPERTY: { zh: '物业', en: 'property firm' },
    ASSOCIATION: { zh: '协会', en: 'association' },
  },
  ServiceKind: {
    KNIFE_GRINDING: { zh: '磨刀', en: 'knife grinding' },
    HAIRCUT: { zh: '理发', en: 'haircut' },
    MENDING: { zh: '缝补', en: 'mending' },
    SHOE_REPAIR: { zh: '修鞋', en: 'shoe repair' },
    APPLIANCE_REPAIR: { zh: '家电维修', en: 'appliance repair' },
    HOUSEKEEPING: { zh: '家政', en: 'housekeeping' },
    LOCK_REPAIR: { zh: '开锁', en: 'locks' },
    DRAIN_CLEARING: { zh: '通下水', en: 'drain clearing' },
    FREE_CLINIC: { zh: '义诊', en: 'free clinic' },
    LEGAL_ADVICE: { zh: '法律咨询', en: 'legal advice' },
    HOMEWORK_HELP: { zh: '课业辅导', en: 'homework help' },
    CULTURE_SPORT: { zh: '文体', en: 'culture and sport' },
    FARM_SALES: { zh: '助农销售', en: 'sale of farm produce' },
    ANTI_FRAUD: { zh: '反诈宣传', en: 'education on fraud' },
  },
};
