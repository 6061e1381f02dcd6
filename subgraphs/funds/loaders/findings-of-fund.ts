import { amongKeys, loadMany, loadOne, statement, type Reader, type Statement } from '@linju/kit';

import type { ComplianceRule } from '../rules/compliance-rule.js';
import type { FindingResult } from '../rules/finding-result.js';
import { complianceFindingTable } from '../tables/compliance-finding-table.js';
import { cellKey, partsOfCell } from './cell-key.js';

interface FindingRow {
  readonly id: string;
  readonly fundId: string;
  readonly rule: ComplianceRule;
  readonly result: FindingResult;
  readonly asOf: Date;
  readonly recordedAt: Date;
  readonly detail: string;
  readonly policyId: string;
}

const complianceFindingById = statement(
  {
    id: complianceFindingTable.id,
    fundId: complianceFindingTable.fundId,
    rule: complianceFindingTable.rule,
    result: complianceFindingTable.result,
    asOf: complianceFindingTable.asOf,
    recordedAt: complianceFindingTable.recordedAt,
    detail: complianceFindingTable.detail,
    policyId: complianceFindingTable.policyId,
  },
  (select) => select.from(complianceFindingTable).where(amongKeys(complianceFindingTable.id)),
);

// Of each rule the last finding made by the instant, so ten rows at most however often a fund was
// assessed.
const lastFindings: Statement<FindingRow & { readonly cell: string }> = {
  text: `
    select k.cell, f.id, f.fund_id, f.rule, f.result, f.as_of, f.recorded_at, f.detail, f.policy_id
    from unnest($1::text[], $2::text[], $3::text[]) as k(cell, fund_id, at)
    cross join lateral (
      select distinct on (rule) * from funds.compliance_finding c
      where c.fund_id = k.fund_id and (k.at is null or c.as_of <= k.at::timestamptz)
      order by rule, as_of desc, recorded_at desc, id desc
    ) f`,
  parameters: ({ keys }) => {
    const cells = (keys as readonly string[]).map(partsOfCell);
    return [keys, cells.map(({ subject }) => subject), cells.map(({ asOf }) => asOf)];
  },
  decode: ([cell, id, fundId, rule, result, asOf, recordedAt, detail, policyId]) =>
    ({
      ...{ cell, id, fundId, rule, result, detail, policyId },
      asOf: new Date(asOf as string),
      recordedAt: new Date(recordedAt as string),
    }) as FindingRow & { readonly cell: string },
};

/** Compliance findings by id, and the last of each rule of a fund at an instant (null: latest). */
export function findingLoaders(reader: Reader) {
  const last = loadMany(reader, lastFindings, ({ cell }) => cell);
  return {
    complianceFindingById: loadOne(reader, complianceFindingById, ({ id }) => id),
    lastFindings: (fundId: string, asOf: Date | null) =>
      last.load(cellKey({ subject: fundId, asOf })),
  };
}
