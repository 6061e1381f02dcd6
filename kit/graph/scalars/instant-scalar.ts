import { formatInstant, parseInstant } from '../../values/instant.js';
import { stringScalar } from './string-scalar.js';

/** Instant: a point in time, a Date inside and RFC 3339 text outside, always written in +08:00. */
export const InstantScalar = stringScalar<Date>({
  name: 'Instant',
  description:
    '时刻,按 RFC 3339 书写且必须带时区偏移,精确到毫秒,如 "2024-09-21T00:00:00+08:00"。返回值一律以 +08:00 表示。\n' +
    'A point in time by RFC 3339 with its offset, to the millisecond, from 1900 to 2199, such as ' +
    '"2024-09-21T00:00:00+08:00". Any offset is read, a missing one is refused; answers are always in +08:00.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  parse: parseInstant,
  serialize: (value) => formatInstant(value instanceof Date ? value : parseInstant(value)),
});
