import { parsePartialDate, type PartialDate } from '../../values/partial-date.js';
import { stringScalar } from './string-scalar.js';

/** PartialDate: a date as coarsely as its source states it, as text inside and out. */
export const PartialDateScalar = stringScalar<PartialDate>({
  name: 'PartialDate',
  description:
    '日期,精度以来源所述为准:YYYY、YYYY-MM 或 YYYY-MM-DD(1900 至 2199 年)。"2024" 只表示 2024 年,不表示 1 月 1 日。\n' +
    'A date as coarsely as its source states it: YYYY, YYYY-MM or YYYY-MM-DD, from 1900 to 2199. "2024" says ' +
    'no more than the year. Days are days in Shanghai.',
  specifiedByURL: 'https://www.w3.org/TR/NOTE-datetime',
  parse: parsePartialDate,
  serialize: parsePartialDate,
});
