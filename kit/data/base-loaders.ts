import type DataLoader from 'dataloader';

import type { ReportedFigureKind } from '../values/reported-figure.js';
import type { QuantityQualifier } from '../values/quantity-qualifier.js';
import type { Unit } from '../values/unit.js';
import type { Confidence, ProvenanceMethod } from '../values/provenance.js';
import { loadMany, loadOne, type ValuesOfKeys } from './batch.js';
import type { AreaEntry } from './area-register.js';
import type { BaseTables } from './base-tables.js';
import type { Reader } from './reader.js';
import { buildBaseStatements } from './base-statements.js';

/** Where a record comes from, as stored. */
export interface ProvenanceRow {
  readonly key: string;
  readonly sourceId: string;
  readonly method: ProvenanceMethod;
  readonly asOf: Date | null;
  readonly recordedAt: Date;
  readonly confidence: Confidence;
  /** P1: null unless the row policy shows it to the viewer. */
  readonly rawText: string | null;
}

/** One move of a record, as stored. */
export interface TransitionRow {
  readonly key: string;
  readonly id: string;
  readonly fromState: string | null;
  readonly toState: string;
  readonly effectiveAt: Date;
  readonly recordedAt: Date;
  readonly actorOrg: string | null;
  readonly actorRole: string | null;
  readonly reason: string | null;
  /** P1: null unless the row policy shows it to the viewer. */
  readonly note: string | null;
}

/** A total that a document states, as stored. */
export interface ReportedFigureRow {
  readonly subjectKey: string;
  readonly id: string;
  readonly key: string;
  readonly value: number;
  readonly qualifier: QuantityQualifier;
  readonly unit: Unit;
  readonly kind: ReportedFigureKind;
  readonly periodFrom: Date | null;
  readonly periodTo: Date | null;
  readonly asOf: Date | null;
}

/** One word of a vocabulary, as stored. */
export interface CodeValueRow {
  readonly list: string;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly replacedBy: string | null;
}

/** How much of one kind of record of a district is here, as stored. */
export interface CoverageRow {
  readonly districtCode: string;
  readonly recordKind: string;
  readonly coverage: 'NONE' | 'PARTIAL' | 'FULL';
  readonly since: string | null;
}

/** The loaders of what every subgraph's schema has. Keys are `entityKey(type, id)`. */
export interface BaseLoaders {
  readonly provenance: DataLoader<string, ProvenanceRow | null>;
  readonly transitions: DataLoader<string, readonly TransitionRow[]>;
  readonly reportedFigures: DataLoader<string, readonly ReportedFigureRow[]>;
  /** Key: the list's name. */
  readonly codeValues: DataLoader<string, readonly CodeValueRow[]>;
  /** Key: the district's code. */
  readonly coverage: DataLoader<string, readonly CoverageRow[]>;
  /** Key: an administrative code, of any level. */
  readonly area: DataLoader<string, AreaEntry | null>;
}

/** One text for an entity's type and id, as the loaders above want it. */
export const entityKey = (type: string, id: string): string => `${type}:${id}`;

/** Opens the loaders for one operation; the statements are built once per subgraph. */
export function openBaseLoaders(tables: BaseTables, reader: Reader): BaseLoaders {
  const statements = statementsOf(tables);
  return {
    provenance: loadOne(reader, statements.provenance, ({ key }) => key, typesAndIds),
    transitions: loadMany(reader, statements.transitions, ({ key }) => key, typesAndIds),
    reportedFigures: loadMany(
      reader,
      statements.reportedFigures,
      ({ subjectKey }) => subjectKey,
      typesAndIds,
    ),
    codeValues: loadMany(reader, statements.codeValues, ({ list }) => list),
    coverage: loadMany(reader, statements.coverage, ({ districtCode }) => districtCode),
    area: loadOne(reader, statements.area, ({ code }) => code),
  } as unknown as BaseLoaders;
}

type Statements = ReturnType<typeof buildBaseStatements>;

const built = new WeakMap<BaseTables, Statements>();

function statementsOf(tables: BaseTables): Statements {
  const known = built.get(tables) ?? buildBaseStatements(tables);
  built.set(tables, known);
  return known;
}

// Split here, not in SQL: under row policies the server uses an index only for comparisons that cannot
// leak a row, and a comparison with a function's result is none.
const typesAndIds: ValuesOfKeys = (keys) => ({
  types: keys.map((key) => key.slice(0, key.indexOf(':'))),
  ids: keys.map((key) => key.slice(key.indexOf(':') + 1)),
});
