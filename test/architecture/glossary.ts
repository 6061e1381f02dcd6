import { textOf } from './tree.js';

/** The product's words, read from docs/glossary.md. */
export interface Glossary {
  /** Every Word, as written: `Fund`, `amountFen`, `supergraph`; names of enums and code lists too. */
  readonly words: ReadonlySet<string>;
  /** The values of each enum and code list, by its name. */
  readonly values: ReadonlyMap<string, ReadonlySet<string>>;
  /** What is not said, and the word that is: `titleOfFund` → `name`. Never a Word itself. */
  readonly instead: ReadonlyMap<string, string>;
  /** What stands in no name, and what to do about it. */
  readonly never: ReadonlyMap<string, string>;
}

/**
 * Reads the glossary's tables: `Word | 中文 | Meaning | Not`, `Value | 中文 | Meaning` under the name of an
 * enum, and `Never | Instead`.
 */
export function readGlossary(): Glossary {
  const rows = tableRows(textOf('docs/glossary.md'));
  const words = new Set(
    rows.flatMap(({ kind, heading, names }) =>
      kind === 'Word' ? names : kind === 'Value' ? [heading] : [],
    ),
  );
  return {
    words,
    values: valuesByEnum(rows),
    instead: new Map(
      rows
        .filter(({ kind }) => kind === 'Word')
        .flatMap(({ names, last }) => notWords(last).map((not) => [not, names[0] ?? ''] as const))
        .filter(([not]) => !words.has(not)),
    ),
    never: new Map(
      rows
        .filter(({ kind }) => kind === 'Never')
        .flatMap(({ names, last }) => names.map((name) => [name, last])),
    ),
  };
}

/** `amountFen` and `AMOUNT_FEN` and `amount-fen` → amount, fen. */
export const segmentsOf = (name: string): readonly string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((segment) => segment !== '')
    .map((segment) => segment.toLowerCase());

interface Row {
  /** The heading of the table's first column: Word, Value or Never. */
  readonly kind: string;
  /** The last quoted name in the nearest heading: the enum a value belongs to. */
  readonly heading: string;
  readonly names: readonly string[];
  readonly last: string;
}

function tableRows(markdown: string): readonly Row[] {
  const rows: Row[] = [];
  let heading = '';
  let kind = '';
  for (const line of markdown.split('\n')) {
    if (line.startsWith('#')) heading = /`([^`]+)`/.exec(line)?.[1] ?? '';
    if (!line.startsWith('|')) kind = '';
    else if (kind === '') kind = cellsOf(line)[0] ?? '';
    else {
      const cells = cellsOf(line);
      rows.push({ kind, heading, names: codeNamesIn(cells[0] ?? ''), last: cells.at(-1) ?? '' });
    }
  }
  return rows.filter(({ names }) => names.length > 0);
}

const cellsOf = (line: string): readonly string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

const codeNamesIn = (cell: string): readonly string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');

function valuesByEnum(rows: readonly Row[]): ReadonlyMap<string, ReadonlySet<string>> {
  const values = new Map<string, Set<string>>();
  for (const { heading, names } of rows.filter(({ kind }) => kind === 'Value')) {
    values.set(heading, new Set([...(values.get(heading) ?? []), ...names]));
  }
  return values;
}

// "fuzzy date, year" → fuzzyDate, year. What follows a semicolon explains.
const notWords = (cell: string): readonly string[] =>
  (cell.split(';')[0] ?? '')
    .split(',')
    .map((text) => text.trim())
    .filter((text) => /^[A-Za-z][A-Za-z ]*$/.test(text))
    .map((text) => text.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase()));
