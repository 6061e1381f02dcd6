import {
  checkText,
  emptyChain,
  parseOptionalId,
  recordNew,
  refuse,
  requireArea,
  requireCodes,
  requireFew,
  requireNotFuture,
  requireWriter,
  runCommand,
  type CommandParts,
} from '@linju/kit';
import type { InferInsertModel } from 'drizzle-orm';

import { cashAccountOf, inKindAccountOf } from '../rules/account-code.js';
import { parseCommittee, parseFounders } from '../rules/fund-people.js';
import type { OpenFundInput } from '../schema/open-fund-input.js';
import { accountTable } from '../tables/account-table.js';
import { fundTable } from '../tables/fund-table.js';
import { ledgerHeadTable } from '../tables/ledger-tables.js';

/**
 * Sets up a fund of a district, with its accounts for cash and goods and its empty ledger.
 * @throws Refusal NOT_AUTHORISED, RULE_VIOLATED for a sub-fund, DUPLICATE, PLACE_MISMATCH,
 *         NOT_FOUND, CODE_RETIRED, BAD_USER_INPUT
 */
export const openFund = (parts: CommandParts, input: OpenFundInput) =>
  runCommand(parts, 'openFund', input, async (scope) => {
    const { districtCode } = input;
    requireWriter(scope.viewer, districtCode);
    requireNoParent(input);
    await requireArea(scope, input);
    await requireCodes(scope, 'Purpose', input.purposes, 'purposes');

    const id = scope.newId('Fund');
    await scope.tx.db.insert(fundTable).values({ ...rowOf(input), id });
    await scope.tx.db.insert(accountTable).values(accountsOf({ id, districtCode }));
    await scope.tx.db.insert(ledgerHeadTable).values(headOf({ id, districtCode }));
    const begins = {
      state: 'PREPARING',
      at: requireNotFuture('effectiveAt', input.effectiveAt ?? scope.now, scope.now),
    };
    return recordNew(scope, { type: 'Fund', id, districtCode, begins });
  });

interface FundKey {
  readonly id: string;
  readonly districtCode: string;
}

/** The accounts that come with a fund, as they begin. */
export const accountsOf = ({ id, districtCode }: FundKey) =>
  [
    { code: cashAccountOf(id), kind: 'FUND_CASH' as const },
    { code: inKindAccountOf(id), kind: 'FUND_IN_KIND' as const },
  ].map((account) => ({
    ...account,
    fundId: id,
    districtCode,
    postedIn: 0n,
    postedOut: 0n,
    pendingIn: 0n,
    pendingOut: 0n,
  }));

/** The head of a fund's chain, as it begins. */
export const headOf = ({ id, districtCode }: FundKey) => ({
  ledgerId: id,
  districtCode,
  ...emptyChain(id),
});

// R3 of the guideline, and a rule of this house: money in a fund inside a fund would have two homes.
function requireNoParent({ parentFundId }: OpenFundInput): void {
  if (!parentFundId) return;
  refuse('RULE_VIOLATED', {
    field: 'parentFundId',
    message:
      'A fund has no sub-funds. Set it up on its own, or put money aside for a purpose with RESTRICT.',
  });
}

const aliasesMax = 20;

function rowOf(input: OpenFundInput): Omit<InferInsertModel<typeof fundTable>, 'id'> {
  const { districtCode, streetCode, communityId, hostCharityId, policyId } = input;
  const aliases = requireFew('aliases', input.aliases, aliasesMax);
  return {
    name: checkText('name', input.name),
    aliases: aliases.map((alias, index) => checkText(`aliases.${index}`, alias)),
    kind: input.kind,
    districtCode,
    streetCode: streetCode ?? null,
    communityId: parseOptionalId('Community', communityId, 'communityId'),
    hostCharityId: parseOptionalId('Organisation', hostCharityId, 'hostCharityId'),
    policyId: parseOptionalId('PolicyInstrument', policyId, 'policyId'),
    initiatedAt: input.initiatedAt ?? null,
    launchedOn: null,
    state: 'PREPARING',
    ...parseFounders(input.founders),
    ...parseCommittee(input.committee),
    fundraisingKind: input.fundraisingKind ?? 'NOT_STATED',
    purposes: [...new Set(input.purposes)],
    inflowChannels: [...new Set(input.inflowChannels ?? [])],
  };
}
