import { labelledEnum } from '@linju/kit';

/** The three kinds of county-level units in the two cities. */
export const DistrictKind = {
  DISTRICT: 'DISTRICT',
  COUNTY: 'COUNTY',
  COUNTY_LEVEL_CITY: 'COUNTY_LEVEL_CITY',
} as const;
export type DistrictKind = (typeof DistrictKind)[keyof typeof DistrictKind];

labelledEnum(
  DistrictKind,
  'DistrictKind',
  { zh: '县级行政区类别', en: 'The kind of a county-level unit.' },
  {
    DISTRICT: { zh: '区', en: 'district' },
    COUNTY: { zh: '县', en: 'county' },
    COUNTY_LEVEL_CITY: { zh: '县级市', en: 'county-level city' },
  },
);
