import { labelledEnum } from '@linju/kit';

/** How a fund asks for money. */
export const FundraisingKind = {
  DIRECTED: 'DIRECTED',
  PUBLIC: 'PUBLIC',
  NONE: 'NONE',
  NOT_STATED: 'NOT_STATED',
} as const;
export type FundraisingKind = (typeof FundraisingKind)[keyof typeof FundraisingKind];

labelledEnum(
  FundraisingKind,
  'FundraisingKind',
  { zh: '募捐方式', en: 'How a fund asks for money.' },
  {
    DIRECTED: { zh: '定向募捐', en: 'from a known circle' },
    PUBLIC: { zh: '公开募捐', en: 'from the public' },
    NONE: { zh: '不募捐', en: 'it asks for none' },
    NOT_STATED: { zh: '未说明', en: 'the source does not say' },
  },
);
