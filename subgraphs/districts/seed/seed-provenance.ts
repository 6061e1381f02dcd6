import {
  lastInstantOf,
  shanghaiDate,
  shanghaiMidnight,
  workflowSourceId,
  type PartialDate,
  type SeedRecord,
} from '@linju/kit';

/** Where a seeded record comes from; when it was entered is the instant of planting. */
export type SeedProvenance = NonNullable<SeedRecord['provenance']>;

/** What a source says beside the fact itself. */
export interface Reading {
  /** The date spoken of, where it is not the document's usual one. */
  readonly asOf?: PartialDate;
  /** MEDIUM: read with an inference. LOW: a name in doubt. HIGH unless given. */
  readonly confidence?: 'MEDIUM' | 'LOW';
  /** The words as they are printed, where our record words it differently. */
  readonly rawText?: string;
}

// What each of the five documents speaks of unless a fact has a date of its own. S0 tells one day, S1
// and S2 state their date; S3 and S4 are collections of weeks and state none.
const documents = {
  s0: '2025-12-11',
  s1: '2022-05-07',
  s2: '2022-08-09',
  s3: null,
  s4: null,
} as const;

/** One of the five documents the data set began with: docs/sources.md. */
export type SeedDocument = keyof typeof documents;

/** A fact that one of the five documents tells. */
export function statedIn(document: SeedDocument, reading: Reading = {}): SeedProvenance {
  const usual = documents[document];
  const dated = usual === null ? reading : { asOf: usual, ...reading };
  return reportedIn(`source_seed_${document}`, dated);
}

/** A fact that another document tells: a guideline, a report used as a benchmark. */
export function reportedIn(sourceId: string, { asOf, ...reading }: Reading = {}): SeedProvenance {
  const instant = asOf === undefined ? {} : { asOf: effectiveDay(asOf) };
  return { sourceId, method: 'REPORTED', ...instant, ...reading };
}

/** An achievement that somebody states of their own work in one of the five documents. */
export const claimedIn = (document: SeedDocument, reading: Reading = {}): SeedProvenance => ({
  ...statedIn(document, reading),
  method: 'CLAIMED',
});

/** A row taken over from a register, in the state of a day. */
export const registeredIn = (sourceId: string, asOf: PartialDate): SeedProvenance => ({
  sourceId,
  method: 'IMPORTED',
  asOf: effectiveDay(asOf),
});

/** What linju says of itself: its vocabularies, and how much it holds. */
export const enteredHere: SeedProvenance = { sourceId: workflowSourceId, method: 'RECORDED' };

/**
 * The instant at which a stated date takes effect: 00:00 +08:00 of the day, and of its last day where
 * a month or a year is stated.
 */
export const effectiveDay = (date: PartialDate): Date =>
  shanghaiMidnight(shanghaiDate(lastInstantOf(date)));
