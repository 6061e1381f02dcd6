import {
  parseOptionalId,
  recordNew,
  refuse,
  runCommand,
  type CommandParts,
  type WriteScope,
} from '@linju/kit';
import { and, count, desc, eq } from 'drizzle-orm';

import { requireAwardGrounds } from '../rules/award-allowed.js';
import { requireAmountWithin, requireAwardLeft, type AwardTerms } from '../rules/award-rule.js';
import type { GrantAwardInput } from '../schema/award-inputs.js';
import { awardTable } from '../tables/award-table.js';
import { evaluationTable } from '../tables/evaluation-tables.js';
import { requireWritable, requireRecord, type RecordRow } from './require-record.js';

/**
 * Grants the award of a scheme: inside its range, as often a year as its rule says, to an active membership that
 * was found eligible. The membership stays locked, so that two awards at once are counted one after the other.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, AMOUNT_REFUSED, RULE_VIOLATED
 */
export const grantAward = (parts: CommandParts, input: GrantAwardInput) =>
  runCommand(parts, 'grantAward', input, async (scope) => {
    const { year, amountFen } = input;
    const membership = await requireWritable(
      scope,
      'Membership',
      input.membershipId,
      'membershipId',
    );
    const scheme = await requireRecord(scope, 'PartnerScheme', membership.schemeId, 'membershipId');
    const terms = requireTerms(scheme);
    requireAmountWithin(terms, amountFen);
    const evaluation = await findNewestEvaluation(scope, membership.id, year);
    requireAwardGrounds({ membershipState: membership.state, result: evaluation?.result ?? null });
    const granted = await countAwards(scope, membership.id, year);
    requireAwardLeft(terms, granted);
    const partner = await requireRecord(scope, 'Partner', membership.partnerId, 'membershipId');

    const id = scope.newId('Award');
    const { partnerId, districtCode } = membership;
    await scope.tx.db.insert(awardTable).values({
      id,
      membershipId: membership.id,
      partnerId,
      schemeId: scheme.id,
      evaluationId: evaluation?.id ?? null,
      districtCode,
      individual: partner.type === 'INDIVIDUAL',
      title: terms.title,
      year,
      numberInYear: granted + 1,
      amountMinFen: terms.minFen,
      amountMaxFen: terms.maxFen,
      amountFen,
      grantedAt: scope.now,
      transferRef: parseOptionalId('Transfer', input.transferRef, 'transferRef'),
    });
    return recordNew(scope, { type: 'Award', id, districtCode });
  });

function requireTerms(scheme: RecordRow<'PartnerScheme'>): AwardTerms & { readonly title: string } {
  const {
    awardTitle: title,
    awardMinFen: minFen,
    awardMaxFen: maxFen,
    awardPerYear: perYear,
  } = scheme;
  if (title === null || minFen === null || maxFen === null || perYear === null) {
    return refuse('RULE_VIOLATED', {
      field: 'membershipId',
      message: 'The scheme of this membership gives no award.',
    });
  }
  return { title, minFen, maxFen, perYear };
}

async function findNewestEvaluation({ tx }: WriteScope, membershipId: string, year: number) {
  const [newest] = await tx.db
    .select({ id: evaluationTable.id, result: evaluationTable.result })
    .from(evaluationTable)
    .where(and(eq(evaluationTable.membershipId, membershipId), eq(evaluationTable.year, year)))
    .orderBy(desc(evaluationTable.evaluatedAt), desc(evaluationTable.id))
    .limit(1);
  return newest ?? null;
}

async function countAwards(
  { tx }: WriteScope,
  membershipId: string,
  year: number,
): Promise<number> {
  const [counted] = await tx.db
    .select({ awards: count() })
    .from(awardTable)
    .where(and(eq(awardTable.membershipId, membershipId), eq(awardTable.year, year)));
  return Number(counted?.awards ?? 0);
}
