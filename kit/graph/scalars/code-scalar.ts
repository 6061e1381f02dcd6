import { describeReceived } from '../../values/describe-received.js';
import { ValueError } from '../../values/value-error.js';
import { stringScalar } from './string-scalar.js';

/** Longest code, in characters. */
export const CODE_LENGTH_MAX = 64;

const CODE = new RegExp(`^[A-Za-z0-9_]{1,${CODE_LENGTH_MAX}}$`);

/** Code: an entry of a code list, as text inside and out. Whether the list has it is checked where it is used. */
export const CodeScalar = stringScalar<string>({
  name: 'Code',
  description:
    '代码表中的代码:英文字母、数字和下划线,至多 64 个字符,如 "FIRE_LANE_BLOCKED"。可用代码见各代码表。\n' +
    'A code from one of the code lists: letters, digits and underscores, at most 64, such as ' +
    '"FIRE_LANE_BLOCKED". The lists themselves, with labels and validity, are part of the graph.',
  parse: parseCode,
  serialize: parseCode,
});

function parseCode(text: unknown): string {
  if (typeof text === 'string' && CODE.test(text)) return text;
  throw new ValueError(
    `A code is a text of 1 to ${CODE_LENGTH_MAX} letters, digits and underscores, such as ` +
      `"FIRE_LANE_BLOCKED"; received ${describeReceived(text)}.`,
    text,
  );
}
