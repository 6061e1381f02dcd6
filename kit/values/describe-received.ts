/** Longest piece of a received text that an error message repeats, in UTF-16 code units. */
export const RECEIVED_TEXT_LENGTH_MAX = 40;

/**
 * Says in a few words what a caller sent, for the middle of an error message: `the text "10.5"`,
 * `the number -0`, `a list`. Long texts are cut, control characters and lone surrogates are escaped, and the
 * inside of lists and objects is never shown, so the words are safe for a log line and for an answer.
 */
export function describeReceived(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'string':
      return `the text ${JSON.stringify(shorten(value))}`;
    case 'number':
      return `the number ${Object.is(value, -0) ? '-0' : String(value)}`;
    case 'bigint':
      return `the integer ${shorten(String(value))}`;
    case 'boolean':
      return `the boolean ${String(value)}`;
    case 'undefined':
      return 'nothing';
    default:
      return value instanceof Date ? 'a date' : `a value of type ${typeof value}`;
  }
}

function shorten(text: string): string {
  if (text.length <= RECEIVED_TEXT_LENGTH_MAX) return text;
  return `${text.slice(0, RECEIVED_TEXT_LENGTH_MAX)}…`;
}
