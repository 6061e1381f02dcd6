import {
  checkOptionalText,
  checkText,
  parseId,
  refuse,
  refuseUnknown,
  requireArea,
  runCommand,
  type CommandParts,
  type Transaction,
} from '@linju/kit';
import { eq } from 'drizzle-orm';

import { requireFew } from '../rules/few.js';
import { requireWriter } from '../rules/may-write.js';
import { requireTerm } from '../rules/policy-term.js';
import type { RegisterPolicyInstrumentInput } from '../schema/register-policy-instrument-input.js';
import { policyInstrumentTable } from '../tables/policy-instrument-table.js';
import { sharedTables } from '../tables/shared-tables.js';
import { recordEntered } from './record-entered.js';
import { requireIdIfGiven } from './require-record.js';

/**
 * Enters a rule book that binds in the writer's district.
 * @throws Refusal NOT_AUTHORISED, BAD_USER_INPUT, NOT_FOUND, CODE_RETIRED, RULE_VIOLATED, PLACE_MISMATCH
 */
export const registerPolicyInstrument = (
  parts: CommandParts,
  input: RegisterPolicyInstrumentInput,
) =>
  runCommand(parts, 'registerPolicyInstrument', input, async (scope) => {
    const { tx } = scope;
    const { districtCode, trial } = input;
    await requireArea(tx, sharedTables, { districtCode });
    requireWriter(scope.viewer, districtCode);

    const id = scope.newId('PolicyInstrument');
    await tx.db.insert(policyInstrumentTable).values({
      id,
      title: checkText('title', input.title),
      documentNo: checkOptionalText('documentNo', input.documentNo, { lengthMax: 100 }),
      issuerId: await requireIdIfGiven(tx, 'Organisation', input.issuerId, 'issuerId'),
      scopeCode: districtCode,
      trial,
      ...requireTerm(input),
      supersedes: await requireSuperseded(tx, input.supersedesId, districtCode),
      basisFor: [...new Set(requireFew('basisFor', input.basisFor, 20))],
    });
    return recordEntered(scope, { type: 'PolicyInstrument', id, districtCode });
  });

// A district replaces its own rules, never those of another district or of the province.
async function requireSuperseded(
  tx: Transaction,
  id: string | null | undefined,
  districtCode: string,
): Promise<string | null> {
  if (id === null || id === undefined) return null;
  const [known] = await tx.db
    .select({ scopeCode: policyInstrumentTable.scopeCode })
    .from(policyInstrumentTable)
    .where(eq(policyInstrumentTable.id, parseId('PolicyInstrument', id, 'supersedesId')));
  const { scopeCode } = known ?? refuseUnknown('PolicyInstrument', id, 'supersedesId');
  if (scopeCode === districtCode) return id;
  return refuse('PLACE_MISMATCH', {
    field: 'supersedesId',
    message: `${id} binds in ${scopeCode}, so a rule of ${districtCode} cannot replace it.`,
  });
}
