import { byId, refuseUnknown } from '@linju/kit';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import type { FundsContext } from '../loaders/index.js';
import { parseAccountCode, type AccountName } from '../rules/account-code.js';
import { keepsBalance, type AccountCounters } from '../rules/account-moves.js';
import { Account } from '../schema/account.js';
import { coverageOfTransfers } from './district-coverage.js';

/** An account: its code alone, or with the row it has. */
export type AccountRow = Pick<AccountName, 'code'> & Partial<StoredAccount>;

interface StoredAccount extends AccountCounters {
  readonly code: string;
  readonly districtCode: string;
}

@Resolver(() => Account)
export class AccountResolver {
  @Query(() => Account, {
    nullable: true,
    description:
      '按代码查账户\nAn account by its code. Error NOT_FOUND for a code no money ever went through.',
  })
  async account(
    @Arg('code', () => String, { description: 'Such as FUND:fund_seed_yeyachong:CASH.' })
    code: string,
    @Ctx() context: FundsContext,
  ) {
    return (await findAccount(context, code)) ?? refuseUnknown('Account', code, 'code');
  }

  @FieldResolver()
  kind(@Root() { code }: AccountRow) {
    return parseAccountCode(code).kind;
  }

  @FieldResolver()
  fund(@Root() { code }: AccountRow, @Ctx() { load }: FundsContext) {
    const { fundId } = parseAccountCode(code);
    return fundId === null ? null : load.fundById.load(fundId);
  }

  @FieldResolver()
  purpose(@Root() { code }: AccountRow) {
    return parseAccountCode(code).purpose;
  }

  @FieldResolver()
  partner(@Root() { code }: AccountRow) {
    return byId(parseAccountCode(code).partnerId);
  }

  @FieldResolver()
  place(@Root() { code }: AccountRow) {
    const { placeCode } = parseAccountCode(code);
    return placeCode === null ? null : { code: placeCode };
  }

  @FieldResolver()
  async balances(@Root() { code }: AccountRow, @Ctx() context: FundsContext) {
    const account = await context.load.accountByCode.load(code);
    return account && (await isFullyRecorded(context, account)) ? account : null;
  }

  @FieldResolver()
  async balancesReasonIfNull(@Root() { code }: AccountRow, @Ctx() context: FundsContext) {
    const account = await context.load.accountByCode.load(code);
    if (!account) return 'NOT_APPLICABLE';
    return (await isFullyRecorded(context, account)) ? null : 'SOURCE_MISSING';
  }
}

/** An account by its code; null where there is none. WORLD and USE are there without a row. */
export async function findAccount({ load, base }: FundsContext, code: string) {
  const name = parseAccountCode(code);
  if (keepsBalance(name)) return load.accountByCode.load(code);
  if (name.kind === 'WORLD') return { code };
  const purposes = await base.codeValues.load('Purpose');
  return purposes.some((value) => value.code === name.purpose) ? { code } : null;
}

// Where nothing is known of what left, what came in is no balance.
const isFullyRecorded = async (context: FundsContext, { districtCode }: StoredAccount) =>
  (await coverageOfTransfers(context, districtCode, 'Transfer outflow')) !== 'NONE';
