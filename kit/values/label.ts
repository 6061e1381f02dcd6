/** A name for people, in both languages of the product. Neither is ever empty. */
export interface Label {
  /** 中文, the language of the sources; shown first. */
  readonly zh: string;
  /** English, for developers and readers from elsewhere. */
  readonly en: string;
}

/** One label for each value of a closed enum; the compiler refuses a value without one. */
export type LabelsOf<Value extends string> = Readonly<Record<Value, Label>>;
