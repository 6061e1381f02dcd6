import { labelledEnum } from '@linju/kit';

/** What kind of body an organisation is. */
export const OrganisationKind = {
  PARTY_ORGAN: 'PARTY_ORGAN',
  GOVERNMENT_ORGAN: 'GOVERNMENT_ORGAN',
  STREET_OFFICE: 'STREET_OFFICE',
  MASS_ORGANISATION: 'MASS_ORGANISATION',
  PUBLIC_INSTITUTION: 'PUBLIC_INSTITUTION',
  POLICE_JUSTICE: 'POLICE_JUSTICE',
  FIRE_RESCUE: 'FIRE_RESCUE',
  PEOPLES_CONGRESS: 'PEOPLES_CONGRESS',
  MEDIA: 'MEDIA',
  SOCIAL_ORGANISATION: 'SOCIAL_ORGANISATION',
  UNIVERSITY_SCHOOL: 'UNIVERSITY_SCHOOL',
  HEALTH: 'HEALTH',
  ENTERPRISE: 'ENTERPRISE',
  SOLE_TRADER: 'SOLE_TRADER',
  PROPERTY_FIRM: 'PROPERTY_FIRM',
  SELF_GOVERNING: 'SELF_GOVERNING',
  PARTY_BRANCH: 'PARTY_BRANCH',
  UNREGISTERED_GROUP: 'UNREGISTERED_GROUP',
} as const;
export type OrganisationKind = (typeof OrganisationKind)[keyof typeof OrganisationKind];

labelledEnum(
  OrganisationKind,
  'OrganisationKind',
  { zh: '组织类别', en: 'The kind of an organisation.' },
  {
    PARTY_ORGAN: { zh: '党委部门', en: 'party organ' },
    GOVERNMENT_ORGAN: { zh: '政府部门', en: 'government organ' },
    STREET_OFFICE: { zh: '街道办/镇政府', en: 'street office or town government' },
    MASS_ORGANISATION: {
      zh: '群团组织',
      en: 'mass organisation (union, youth league, women’s federation)',
    },
    PUBLIC_INSTITUTION: { zh: '事业单位', en: 'public institution' },
    POLICE_JUSTICE: { zh: '公安司法', en: 'police and justice' },
    FIRE_RESCUE: { zh: '消防救援', en: 'fire and rescue' },
    PEOPLES_CONGRESS: { zh: '人大', en: 'people’s congress' },
    MEDIA: { zh: '媒体', en: 'media' },
    SOCIAL_ORGANISATION: { zh: '社会组织', en: 'social organisation' },
    UNIVERSITY_SCHOOL: { zh: '院校', en: 'university or school' },
    HEALTH: { zh: '医疗卫生', en: 'health' },
    ENTERPRISE: { zh: '企业', en: 'enterprise' },
    SOLE_TRADER: { zh: '个体工商户', en: 'sole trader' },
    PROPERTY_FIRM: { zh: '物业公司', en: 'property management firm' },
    SELF_GOVERNING: { zh: '居民自治组织', en: 'residents’ self-governing body' },
    PARTY_BRANCH: { zh: '党支部', en: 'party branch' },
    UNREGISTERED_GROUP: { zh: '未登记团体', en: 'unregistered group' },
  },
);
