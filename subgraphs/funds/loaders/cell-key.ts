/** What one figure is asked for: a subject at two times. */
export interface Cell {
  readonly subject: string;
  /** What had happened before this; null: latest. */
  readonly asOf?: Date | null;
  /** What had been entered by this; null: latest. */
  readonly knownAt?: Date | null;
}

/** A cell as one text, for loaders that answer the cells of a whole trend in one statement. */
export const cellKey = ({ subject, asOf = null, knownAt = null }: Cell): string =>
  JSON.stringify([subject, asOf, knownAt]);

/** The parts of a cell's key; instants as ISO 8601 text in UTC. */
export function partsOfCell(key: string): {
  readonly subject: string;
  readonly asOf: string | null;
  readonly knownAt: string | null;
} {
  const [subject, asOf, knownAt] = JSON.parse(key) as [string, string | null, string | null];
  return { subject, asOf, knownAt };
}
