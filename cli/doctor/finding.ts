/** What one look of the doctor found. */
export interface Finding {
  /** What was looked at. */
  readonly name: string;
  /** NOTE: worth knowing, nothing is broken. */
  readonly state: 'OK' | 'NOTE' | 'WRONG';
  readonly finding: string;
  /** What to do about it; null where there is nothing to do. */
  readonly advice: string | null;
}

/** Nothing to do. */
export const ok = (name: string, finding: string): Finding => ({
  name,
  state: 'OK',
  finding,
  advice: null,
});

/** Worth knowing. */
export const note = (name: string, finding: string, advice: string | null = null): Finding => ({
  name,
  state: 'NOTE',
  finding,
  advice,
});

/** Broken, with the way to mend it. */
export const wrong = (name: string, finding: string, advice: string): Finding => ({
  name,
  state: 'WRONG',
  finding,
  advice,
});
