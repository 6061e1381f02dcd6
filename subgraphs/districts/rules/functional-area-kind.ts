import { labelledEnum } from '@linju/kit';

/** Zones that share land with districts without being administrative units. */
export const FunctionalAreaKind = {
  NEW_AREA: 'NEW_AREA',
  HIGH_TECH_ZONE: 'HIGH_TECH_ZONE',
  VOCATIONAL_TOWN: 'VOCATIONAL_TOWN',
  DEMONSTRATION_ZONE: 'DEMONSTRATION_ZONE',
} as const;
export type FunctionalAreaKind = (typeof FunctionalAreaKind)[keyof typeof FunctionalAreaKind];

labelledEnum(
  FunctionalAreaKind,
  'FunctionalAreaKind',
  { zh: '功能区类别', en: 'The kind of a functional area.' },
  {
    NEW_AREA: { zh: '新区', en: 'new area' },
    HIGH_TECH_ZONE: { zh: '高新区', en: 'high-tech zone' },
    VOCATIONAL_TOWN: { zh: '职教城', en: 'vocational education town' },
    DEMONSTRATION_ZONE: { zh: '示范区', en: 'demonstration zone' },
  },
);
