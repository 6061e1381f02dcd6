import {
  checkOptionalText,
  requireNotFuture,
  requireWriter,
  runCommand,
  type CommandParts,
} from '@linju/kit';
import type { InferSelectModel } from 'drizzle-orm';

import { assessFacts, type FundFacts } from '../rules/compliance-rules.js';
import { fundGuidelineId, requireInForce } from '../rules/findings-in-force.js';
import type { AssessFundInput, FundFactsInput } from '../schema/assess-fund-input.js';
import { complianceFindingTable } from '../tables/compliance-finding-table.js';
import type { fundTable } from '../tables/fund-table.js';
import { requireRecord } from './require-record.js';

/** Where findings come from: the rules are the guideline's, what they find is worked out. */
export const findingProvenance = {
  sourceId: 'source_seed_hunan_fund_guideline',
  method: 'COMPUTED',
} as const;

/**
 * Holds a fund against R1 to R10 and keeps the ten findings with their day. Earlier findings stay.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, RULE_VIOLATED before the rules came into force
 */
export const assessFund = (parts: CommandParts, input: AssessFundInput) =>
  runCommand(parts, 'assessFund', input, async (scope) => {
    const fund = await requireRecord(scope, 'Fund', input.fundId, 'fundId');
    const { districtCode } = fund;
    requireWriter(scope.viewer, districtCode);
    const asOf = requireInForce(requireNotFuture('asOf', input.asOf ?? scope.now, scope.now));

    const findings = findingsOf(fund, input.facts ?? null).map((finding) => ({
      ...finding,
      id: scope.newId('ComplianceFinding'),
      asOf,
      recordedAt: scope.now,
    }));
    await scope.tx.db.insert(complianceFindingTable).values(findings);
    for (const { id } of findings) {
      const entity = { type: 'ComplianceFinding', id, districtCode };
      await scope.provenance({ ...entity, ...findingProvenance, asOf });
      await scope.changed({ ...entity, change: 'CREATED' });
    }
    await scope.changed({ type: 'Fund', id: fund.id, districtCode, change: 'CHANGED' });
    return { id: fund.id, findingIds: findings.map(({ id }) => id) };
  });

/** What the ten rules find of a fund, from its record and what is known beside it. */
export const findingsOf = (
  fund: InferSelectModel<typeof fundTable>,
  facts: FundFactsInput | null,
) =>
  assessFacts(factsOf(fund, facts)).map(({ rule, result, detail }) => ({
    ...{ rule, result, detail },
    fundId: fund.id,
    districtCode: fund.districtCode,
    policyId: fundGuidelineId,
  }));

const factsOf = (
  fund: InferSelectModel<typeof fundTable>,
  facts: FundFactsInput | null,
): FundFacts => ({
  name: fund.name,
  // A host that is not stated is not known to be missing.
  hasHostCharity: fund.hostCharityId === null ? null : true,
  hostCharityName: checkOptionalText('facts.hostCharityName', facts?.hostCharityName),
  isLegalPerson: facts?.isLegalPerson ?? null,
  hasOwnAccountOrSeal: facts?.hasOwnAccountOrSeal ?? null,
  hasSubFunds: facts?.hasSubFunds ?? null,
  committeeMembers: fund.committeeMembers,
  committeeUnpaid: fund.committeeUnpaid,
  supervisors: fund.committeeSupervisors,
  isFundraisingByHostOnly: facts?.isFundraisingByHostOnly ?? null,
  publishesPeriodically: facts?.publishesPeriodically ?? null,
});
