import { shanghaiMidnight, workflowSourceId, type PartialDate, type SeedRecord } from '@linju/kit';

/** Where a seeded record comes from; when it was entered is the instant of planting. */
export type SeedProvenance = NonNullable<SeedRecord['provenance']>;

/** The documents that tell of partners, with the last day each of them speaks of: docs/sources.md. */
const documents = {
  s0: '2025-12-11',
  s2: '2022-08-09',
  s3: '2024-09-20',
  s4: '2024-07-24',
} as const;

/** One of those documents. */
export type SeedDocument = keyof typeof documents;

/** A fact that one of the documents tells. @param confidence MEDIUM where it is read with an inference */
export const statedIn = (
  document: SeedDocument,
  confidence: 'HIGH' | 'MEDIUM' = 'HIGH',
): SeedProvenance => ({
  sourceId: `source_seed_${document}`,
  method: 'REPORTED',
  asOf: dayOf(document),
  confidence,
});

/** A figure of another place, taken from a report about it. */
export const benchmarkFrom = (sourceId: string, asOf: PartialDate): SeedProvenance => ({
  sourceId,
  method: 'REPORTED',
  asOf: shanghaiMidnight(asOf),
});

/** What linju says of itself: its vocabularies, and how much it holds. */
export const enteredHere: SeedProvenance = { sourceId: workflowSourceId, method: 'RECORDED' };

/** When what a document tells of as going on is known to be so: 00:00 +08:00 of the last day it speaks of. */
export const dayOf = (document: SeedDocument): Date => shanghaiMidnight(documents[document]);
