/**
 * Reads the text of a Postgres array: `{a,"b,c",NULL}`. The driver's own reader takes an unquoted NULL
 * for the text "NULL".
 * @param parse from an element's text to its value
 * @throws Error for a text that is no array
 */
export function readArray(text: string, parse: (element: string) => unknown): unknown[] {
  // Bounds that do not begin at 1 stand in front: [0:1]={…}
  const reading = { text, at: text.indexOf('{') + 1 };
  return readElements(reading, parse);
}

/** Writes an array as Postgres reads it. Every element is quoted, so that none can be misread. */
export const writeArray = (
  elements: readonly unknown[],
  write: (element: unknown) => string,
): string => `{${elements.map((element) => writeElement(element, write)).join(',')}}`;

interface Reading {
  readonly text: string;
  at: number;
}

function readElements(reading: Reading, parse: (element: string) => unknown): unknown[] {
  const elements: unknown[] = [];
  while (reading.text[reading.at] !== '}') {
    elements.push(readElement(reading, parse));
    if (reading.text[reading.at] === ',') reading.at += 1;
    else if (reading.text[reading.at] !== '}') throw notAnArray();
  }
  reading.at += 1;
  return elements;
}

function readElement(reading: Reading, parse: (element: string) => unknown): unknown {
  if (reading.text[reading.at] === '{') {
    reading.at += 1;
    return readElements(reading, parse);
  }
  elementText.lastIndex = reading.at;
  const [whole = '', inQuotes, plain = ''] = elementText.exec(reading.text) ?? [];
  if (whole === '') throw notAnArray();
  reading.at += whole.length;
  if (inQuotes !== undefined) return parse(inQuotes.replace(/\\(.)/gs, '$1'));
  return plain === 'NULL' ? null : parse(plain);
}

const notAnArray = (): Error => new Error('This is not the text of a Postgres array.');

const elementText = /"([^"\\]*(?:\\.[^"\\]*)*)"|([^",{}]+)/sy;

function writeElement(element: unknown, write: (element: unknown) => string): string {
  if (element === null) return 'NULL';
  if (Array.isArray(element)) return writeArray(element, write);
  return `"${write(element).replace(/["\\]/g, '\\$&')}"`;
}
