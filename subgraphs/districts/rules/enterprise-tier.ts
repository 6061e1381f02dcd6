import { labelledEnum } from '@linju/kit';

/** The ladder that growing enterprises climb, lowest first. */
export const EnterpriseTier = {
  INNOVATIVE_SME: 'INNOVATIVE_SME',
  SPECIALISED_SME: 'SPECIALISED_SME',
  LITTLE_GIANT: 'LITTLE_GIANT',
} as const;
export type EnterpriseTier = (typeof EnterpriseTier)[keyof typeof EnterpriseTier];

labelledEnum(
  EnterpriseTier,
  'EnterpriseTier',
  { zh: '企业梯队', en: 'How far an enterprise has come on the ladder of development.' },
  {
    INNOVATIVE_SME: { zh: '创新型中小企业', en: 'innovative small or medium enterprise' },
    SPECIALISED_SME: { zh: '专精特新', en: 'specialised, refined, distinctive and novel' },
    LITTLE_GIANT: { zh: '小巨人', en: 'little giant' },
  },
);
