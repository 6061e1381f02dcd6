import {
  entityKey,
  type CodeValueRow,
  type BaseLoaders,
  type CoverageRow,
  type ProvenanceRow,
  type ReportedFigureRow,
  type TransitionRow,
} from '../../data/base-loaders.js';

// From stored rows to what the shared classes show. References to other entities are keys only.

/** A record's provenance; null where none was recorded. */
export async function provenanceOf(base: BaseLoaders, type: string, id: string) {
  const row = await base.provenance.load(entityKey(type, id));
  return row && provenanceValue(row);
}

/** A record's past, oldest first. */
export async function transitionsOf(base: BaseLoaders, type: string, id: string) {
  const rows = await base.transitions.load(entityKey(type, id));
  return rows.map(transitionValue);
}

/** What documents state about a record, by key; each with the provenance of its own. */
export async function reportedFiguresOf(base: BaseLoaders, type: string, id: string) {
  const rows = await base.reportedFigures.load(entityKey(type, id));
  return rows.map((row) => reportedFigureValue(base, row));
}

/** The values of a code list. */
export async function codeListOf(base: BaseLoaders, list: string) {
  const rows = await base.codeValues.load(list);
  return rows.map(codeValue);
}

/** How much of each kind of record of a district is here. */
export async function coverageOf(base: BaseLoaders, districtCode: string) {
  const rows = await base.coverage.load(districtCode);
  return rows.map(coverageValue);
}

const provenanceValue = ({
  sourceId,
  method,
  rawText,
  asOf,
  recordedAt,
  confidence,
}: ProvenanceRow) => ({
  source: { id: sourceId },
  method,
  rawText,
  asOf,
  recordedAt,
  confidence,
});

const transitionValue = (row: TransitionRow) => ({
  from: row.fromState,
  to: row.toState,
  at: row.effectiveAt,
  recordedAt: row.recordedAt,
  actorOrg: row.actorOrg === null ? null : { id: row.actorOrg },
  actorRole: row.actorRole,
  reason: row.reason,
  note: row.note,
});

const reportedFigureValue = (base: BaseLoaders, row: ReportedFigureRow) => ({
  key: row.key,
  quantity: { value: row.value, qualifier: row.qualifier, unit: row.unit },
  period:
    row.periodFrom || row.periodTo
      ? { from: row.periodFrom, to: row.periodTo, tz: 'Asia/Shanghai' }
      : null,
  asOf: row.asOf,
  kind: row.kind,
  // Read only when a client asks: graphql calls a function in place of a value.
  provenance: () => provenanceOf(base, 'ReportedFigure', row.id),
});

const codeValue = ({ list, code, zh, en, validFrom, validTo, replacedBy }: CodeValueRow) => ({
  list,
  code,
  label: { zh, en },
  validFrom,
  validTo,
  replacedBy,
});

const coverageValue = ({ recordKind, coverage, since }: CoverageRow) => ({
  recordKind,
  coverage,
  since,
});
