/** One command: the words behind `linju`, and everything that is in its environment. */
export interface Command {
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** What the host writes to both of its outputs when its nth command has ended. */
export const endMark = (number: number, exitCode: number): string =>
  `\u0004${number} ${exitCode}\u0004\n`;

/** Reads the nth command's end from what the host said; null: not yet on both outputs. */
export function findEnd(
  number: number,
  said: string,
): { readonly exitCode: number; readonly output: string } | null {
  const marks = [...said.matchAll(new RegExp(`\u0004${number} (\\d+)\u0004\\n`, 'g'))];
  if (marks.length < 2) return null;
  // Of the commands before, both marks have been seen.
  const begin = said.lastIndexOf(`\u0004${number - 1} `);
  const own = said.slice(begin < 0 ? 0 : said.indexOf('\n', begin) + 1);
  return {
    exitCode: Number(marks[0]?.[1]),
    output: own.replaceAll(endMark(number, Number(marks[0]?.[1])), ''),
  };
}
