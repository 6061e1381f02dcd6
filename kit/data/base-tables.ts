import { customType, bigint, date, jsonb, pgSchema, text, timestamp } from 'drizzle-orm/pg-core';

/** A stored instant: UTC, whole milliseconds, a Date in code. */
export const instantColumn = (name: string) =>
  timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

/** Money: fen, a 64-bit integer in the store and a bigint in code. */
export const fenColumn = (name: string) => bigint(name, { mode: 'bigint' });

/** A count or a measure that fits a JavaScript integer. */
export const wholeColumn = (name: string) => bigint(name, { mode: 'number' });

/** A calendar day, `YYYY-MM-DD` in code. */
export const dayColumn = (name: string) => date(name, { mode: 'string' });

const transactionId = customType<{ data: string }>({ dataType: () => 'xid8' });

/**
 * The tables that every subgraph's schema has (made by base-schema.sql), as drizzle values.
 * @param schemaName the subgraph's Postgres schema
 */
export function baseTables(schemaName: string) {
  const schema = pgSchema(schemaName);
  return {
    schema,
    outbox: schema.table('outbox', {
      position: bigint('position', { mode: 'bigint' }).generatedAlwaysAsIdentity(),
      xid: transactionId('xid'),
      entityType: text('entity_type').notNull(),
      entityId: text('entity_id').notNull(),
      change: text('change').$type<'CREATED' | 'CHANGED' | 'REMOVED'>().notNull(),
      districtCode: text('district_code'),
      at: instantColumn('at').notNull(),
    }),
    idempotency: schema.table('idempotency', {
      caller: text('caller').notNull(),
      key: text('key').notNull(),
      command: text('command').notNull(),
      requestHash: text('request_hash').notNull(),
      result: jsonb('result').notNull(),
      at: instantColumn('at').notNull(),
    }),
    provenance: schema.table('provenance', {
      entityType: text('entity_type').notNull(),
      entityId: text('entity_id').notNull(),
      districtCode: text('district_code'),
      sourceId: text('source_id').notNull(),
      method: text('method').notNull(),
      asOf: instantColumn('as_of'),
      recordedAt: instantColumn('recorded_at').notNull(),
      confidence: text('confidence').notNull(),
    }),
    provenanceInternal: schema.table('provenance_internal', {
      entityType: text('entity_type').notNull(),
      entityId: text('entity_id').notNull(),
      districtCode: text('district_code'),
      rawText: text('raw_text').notNull(),
    }),
    transition: schema.table('transition', {
      id: text('id').notNull(),
      entityType: text('entity_type').notNull(),
      entityId: text('entity_id').notNull(),
      districtCode: text('district_code'),
      fromState: text('from_state'),
      toState: text('to_state').notNull(),
      effectiveAt: instantColumn('effective_at').notNull(),
      recordedAt: instantColumn('recorded_at').notNull(),
      actorOrg: text('actor_org'),
      actorRole: text('actor_role'),
      reason: text('reason'),
    }),
    transitionInternal: schema.table('transition_internal', {
      transitionId: text('transition_id').notNull(),
      districtCode: text('district_code'),
      note: text('note').notNull(),
    }),
    reportedFigure: schema.table('reported_figure', {
      id: text('id').notNull(),
      subjectType: text('subject_type').notNull(),
      subjectId: text('subject_id').notNull(),
      districtCode: text('district_code'),
      key: text('key').notNull(),
      value: wholeColumn('value').notNull(),
      qualifier: text('qualifier').notNull(),
      unit: text('unit').notNull(),
      kind: text('kind').notNull(),
      periodFrom: instantColumn('period_from'),
      periodTo: instantColumn('period_to'),
      asOf: instantColumn('as_of'),
    }),
    codeValue: schema.table('code_value', {
      list: text('list').notNull(),
      code: text('code').notNull(),
      zh: text('zh').notNull(),
      en: text('en').notNull(),
      validFrom: dayColumn('valid_from'),
      validTo: dayColumn('valid_to'),
      replacedBy: text('replaced_by'),
    }),
    area: schema.table('area', {
      code: text('code').notNull(),
      validTo: dayColumn('valid_to'),
      replacedBy: text('replaced_by'),
    }),
    coverage: schema.table('coverage', {
      districtCode: text('district_code').notNull(),
      recordKind: text('record_kind').notNull(),
      coverage: text('coverage').$type<'NONE' | 'PARTIAL' | 'FULL'>().notNull(),
      since: dayColumn('since'),
    }),
  };
}

export type BaseTables = ReturnType<typeof baseTables>;
