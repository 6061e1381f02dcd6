import type { Label } from './label.js';

/**
 * Settlement type of a community: the urban-rural class (城乡分类代码) of the statistical division codes.
 * Classes beginning with 1 are town, those beginning with 2 are country.
 */
export type UrbanRuralClass = '111' | '112' | '121' | '122' | '123' | '210' | '220';

/** Each class in words; its keys are the closed list. */
export const urbanRuralClassLabels: Readonly<Record<UrbanRuralClass, Label>> = {
  '111': { zh: '主城区', en: 'main urban area' },
  '112': { zh: '城乡结合区', en: 'urban-rural fringe' },
  '121': { zh: '镇中心区', en: 'centre of a town' },
  '122': { zh: '镇乡结合区', en: 'town-country fringe' },
  '123': { zh: '特殊区域', en: 'special area, such as a development zone or a farm' },
  '210': { zh: '乡中心区', en: 'centre of a township' },
  '220': { zh: '村庄', en: 'village' },
};

/** Whether a text is one of the seven classes. */
export function isUrbanRuralClass(text: unknown): text is UrbanRuralClass {
  return typeof text === 'string' && Object.hasOwn(urbanRuralClassLabels, text);
}
