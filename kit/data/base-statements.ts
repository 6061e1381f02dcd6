import { and, asc, eq, sql, type Column } from 'drizzle-orm';

import type { BaseTables } from './base-tables.js';
import { amongKeys } from './conditions.js';
import { statement } from './statement.js';

/** The statements of the loaders that every subgraph has; those by entity take `types` and `ids`. */
export const buildBaseStatements = (tables: BaseTables) => ({
  provenance: provenanceStatement(tables),
  transitions: transitionsStatement(tables),
  reportedFigures: reportedFiguresStatement(tables),
  codeValues: codeValuesStatement(tables),
  coverage: coverageStatement(tables),
  area: areaStatement(tables),
});

const areaStatement = ({ area }: BaseTables) =>
  statement({ code: area.code, validTo: area.validTo, replacedBy: area.replacedBy }, (select) =>
    select.from(area).where(amongKeys(area.code)),
  );

const provenanceStatement = ({ provenance, provenanceInternal }: BaseTables) =>
  statement(
    {
      key: keyOf(provenance.entityType, provenance.entityId),
      sourceId: provenance.sourceId,
      method: provenance.method,
      asOf: provenance.asOf,
      recordedAt: provenance.recordedAt,
      confidence: provenance.confidence,
      rawText: provenanceInternal.rawText,
    },
    (select) =>
      select
        .from(provenance)
        .leftJoin(
          provenanceInternal,
          and(
            eq(provenanceInternal.entityType, provenance.entityType),
            eq(provenanceInternal.entityId, provenance.entityId),
          ),
        )
        .where(isAmong(provenance.entityType, provenance.entityId)),
  );

const transitionsStatement = ({ transition, transitionInternal }: BaseTables) =>
  statement(
    {
      key: keyOf(transition.entityType, transition.entityId),
      id: transition.id,
      fromState: transition.fromState,
      toState: transition.toState,
      effectiveAt: transition.effectiveAt,
      recordedAt: transition.recordedAt,
      actorOrg: transition.actorOrg,
      actorRole: transition.actorRole,
      reason: transition.reason,
      note: transitionInternal.note,
    },
    (select) =>
      select
        .from(transition)
        .leftJoin(transitionInternal, eq(transitionInternal.transitionId, transition.id))
        .where(isAmong(transition.entityType, transition.entityId))
        .orderBy(asc(transition.effectiveAt), asc(transition.recordedAt), asc(transition.id)),
  );

const reportedFiguresStatement = ({ reportedFigure }: BaseTables) =>
  statement(
    {
      subjectKey: keyOf(reportedFigure.subjectType, reportedFigure.subjectId),
      id: reportedFigure.id,
      key: reportedFigure.key,
      value: reportedFigure.value,
      qualifier: reportedFigure.qualifier,
      unit: reportedFigure.unit,
      kind: reportedFigure.kind,
      periodFrom: reportedFigure.periodFrom,
      periodTo: reportedFigure.periodTo,
      asOf: reportedFigure.asOf,
    },
    (select) =>
      select
        .from(reportedFigure)
        .where(isAmong(reportedFigure.subjectType, reportedFigure.subjectId))
        .orderBy(asc(reportedFigure.key), asc(reportedFigure.id)),
  );

const codeValuesStatement = ({ codeValue }: BaseTables) =>
  statement(
    {
      list: codeValue.list,
      code: codeValue.code,
      zh: codeValue.zh,
      en: codeValue.en,
      validFrom: codeValue.validFrom,
      validTo: codeValue.validTo,
      replacedBy: codeValue.replacedBy,
    },
    (select) =>
      select
        .from(codeValue)
        .where(amongKeys(codeValue.list))
        .orderBy(asc(codeValue.list), asc(codeValue.code)),
  );

const coverageStatement = ({ coverage }: BaseTables) =>
  statement(
    {
      districtCode: coverage.districtCode,
      recordKind: coverage.recordKind,
      coverage: coverage.coverage,
      since: coverage.since,
    },
    (select) =>
      select
        .from(coverage)
        .where(amongKeys(coverage.districtCode))
        .orderBy(asc(coverage.districtCode), asc(coverage.recordKind)),
  );

const keyOf = (type: Column, id: Column) => sql<string>`${type} || ':' || ${id}`;

const isAmong = (type: Column, id: Column) => sql`(${type}, ${id}) in (
  select * from unnest(${sql.placeholder('types')}::text[], ${sql.placeholder('ids')}::text[]))`;
