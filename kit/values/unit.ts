import type { LabelsOf } from './label.js';

/**
 * What a number counts or measures. Units are never converted: 30 families are not 60 people, and an hour
 * stays an hour though a clock could make it 60 minutes.
 *
 * RATIO is the unit of a figure whose own units cancel out (fen over fen); no stated quantity carries it.
 */
export const Unit = {
  PERSON: 'PERSON',
  FAMILY: 'FAMILY',
  COUPLE: 'COUPLE',
  FIRM: 'FIRM',
  ORGANISATION: 'ORGANISATION',
  UNIT_OR_PERSON: 'UNIT_OR_PERSON',
  SESSION: 'SESSION',
  EVENT: 'EVENT',
  ITEM: 'ITEM',
  CASE: 'CASE',
  PROBLEM: 'PROBLEM',
  STALL: 'STALL',
  TEAM: 'TEAM',
  LAMP: 'LAMP',
  PASSAGE: 'PASSAGE',
  SQUARE_METRE: 'SQUARE_METRE',
  MU: 'MU',
  TREE: 'TREE',
  COURSE: 'COURSE',
  CLASS: 'CLASS',
  MINUTE: 'MINUTE',
  HOUR: 'HOUR',
  DAY: 'DAY',
  YEAR: 'YEAR',
  FEN: 'FEN',
  BASIS_POINT: 'BASIS_POINT',
  RATIO: 'RATIO',
} as const;

/** One of the values of {@link Unit}. */
export type Unit = (typeof Unit)[keyof typeof Unit];

/** The counting word of each unit, as the sources print it, and its English name in the singular. */
export const unitLabels: LabelsOf<Unit> = {
  PERSON: { zh: '人', en: 'person' },
  FAMILY: { zh: '户', en: 'family' },
  COUPLE: { zh: '对', en: 'couple' },
  FIRM: { zh: '家(企业)', en: 'firm' },
  ORGANISATION: { zh: '个(组织)', en: 'organisation' },
  UNIT_OR_PERSON: { zh: '家(单位及个人)', en: 'unit or person, not told apart' },
  SESSION: { zh: '场', en: 'session' },
  EVENT: { zh: '次', en: 'event' },
  ITEM: { zh: '项/件', en: 'item' },
  CASE: { zh: '起', en: 'case' },
  PROBLEM: { zh: '个(问题)', en: 'problem' },
  STALL: { zh: '个(摊位)', en: 'stall' },
  TEAM: { zh: '支', en: 'team' },
  LAMP: { zh: '盏', en: 'lamp' },
  PASSAGE: { zh: '人次/通行', en: 'passage: one person passing once' },
  SQUARE_METRE: { zh: '平方米', en: 'square metre' },
  MU: { zh: '亩', en: 'mu, about 667 square metres' },
  TREE: { zh: '棵', en: 'tree' },
  COURSE: { zh: '门(课程)', en: 'course' },
  CLASS: { zh: '个(班级)', en: 'class' },
  MINUTE: { zh: '分钟', en: 'minute' },
  HOUR: { zh: '小时', en: 'hour' },
  DAY: { zh: '天', en: 'day' },
  YEAR: { zh: '年', en: 'year' },
  FEN: { zh: '分(人民币)', en: 'fen, a hundredth of a yuan' },
  BASIS_POINT: { zh: '基点(万分之一)', en: 'basis point, a ten-thousandth' },
  RATIO: { zh: '比率', en: 'ratio, a share of one' },
};
