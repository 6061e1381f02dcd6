import {
  checkOptionalText,
  checkText,
  parseId,
  recordNew,
  refuse,
  refuseUnknown,
  requireArea,
  requireFew,
  requireWriter,
  runCommand,
  type CommandParts,
  type Transaction,
} from '@linju/kit';
import { eq } from 'drizzle-orm';

import { requireTerm } from '../rules/policy-term.js';
import type { RegisterPolicyInstrumentInput } from '../schema/register-policy-instrument-input.js';
import { policyInstrumentTable } from '../tables/policy-instrument-table.js';
import { requireIdIfGiven } from './require-record.js';

/**
 * Enters a rule book that binds in the writer's district.
 * @throws Refusal NOT_AUTHORISED, BAD_USER_INPUT, NOT_FOUND, CODE_RETIRED, PERIOD_REFUSED, PLACE_MISMATCH
 */
export const registerPolicyInstrument = (
  parts: CommandParts,
  input: RegisterPolicyInstrumentInput,
) =>
  runCommand(parts, 'registerPolicyInstrument', input, async (scope) => {
    const { tx } = scope;
    const { districtCode, trial } = input;
    requireWriter(scope.viewer, districtCode);
    await requireArea(scope, { districtCode });

    const id = scope.newId('PolicyInstrument');
    await tx.db.insert(policyInstrumentTable).values({
      id,
      title: checkText('title', input.title),
      documentNo: checkOptionalText('documentNo', input.documentNo, { lengthMax: 100 }),
      issuerId: await requireIdIfGiven(scope, 'Organisation', input.issuerId, 'issuerId'),
      scopeCode: districtCode,
      trial,
      ...requireTerm(input),
      supersedes: await requireSuperseded(tx, input.supersedesId, districtCode),
      basisFor: [...new Set(requireFew('basisFor', input.basisFor, 20))],
    });
    return recordNew(scope, { type: 'PolicyInstrument', id, districtCode });
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
