import { labelledEnum } from '@linju/kit';

/** Which of the two sides proposed a match; the other one answers it. */
export const MatchSide = {
  COMMUNITY: 'COMMUNITY',
  PARTNER: 'PARTNER',
} as const;
export type MatchSide = (typeof MatchSide)[keyof typeof MatchSide];

labelledEnum(
  MatchSide,
  'MatchSide',
  { zh: '提议方', en: 'Which side proposed a match; the other one answers.' },
  {
    COMMUNITY: { zh: '社区', en: 'the community that has the need' },
    PARTNER: { zh: '合伙人', en: 'the partner that can meet it' },
  },
);
