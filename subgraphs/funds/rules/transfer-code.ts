import { labelledEnum, refuse } from '@linju/kit';

import type { AccountName } from './account-code.js';
import type { AccountKind } from './account-kind.js';
import type { FlowDirection } from './fund-state.js';
import type { InflowChannel } from './inflow-channel.js';

/** What kind of transfer it is; each value names the transaction type of IATI it is exchanged as. */
export const TransferCode = {
  DONATION: 'DONATION',
  PLEDGE: 'PLEDGE',
  SALE: 'SALE',
  SERVICE_FEE: 'SERVICE_FEE',
  REVENUE_SHARE: 'REVENUE_SHARE',
  GOVERNMENT_GRANT: 'GOVERNMENT_GRANT',
  GRANT_COMMITMENT: 'GRANT_COMMITMENT',
  GRANT_PAYMENT: 'GRANT_PAYMENT',
  EXPENDITURE: 'EXPENDITURE',
  AWARD: 'AWARD',
  IN_KIND_RECEIPT: 'IN_KIND_RECEIPT',
  IN_KIND_ISSUE: 'IN_KIND_ISSUE',
  RESTRICT: 'RESTRICT',
  CORRECTION: 'CORRECTION',
} as const;
export type TransferCode = (typeof TransferCode)[keyof typeof TransferCode];

labelledEnum(
  TransferCode,
  'TransferCode',
  { zh: '转账类型', en: 'What kind of transfer it is.' },
  {
    DONATION: { zh: '捐赠', en: 'donation (IATI 1)' },
    PLEDGE: { zh: '认捐', en: 'money promised, then received (IATI 11)' },
    SALE: { zh: '义卖收入', en: 'proceeds of a sale (IATI 1)' },
    SERVICE_FEE: { zh: '服务收费', en: 'fees of users (IATI 1)' },
    REVENUE_SHARE: { zh: '收益反哺', en: 'a partner’s share of revenue (IATI 1)' },
    GOVERNMENT_GRANT: { zh: '财政拨款', en: 'public money (IATI 1)' },
    GRANT_COMMITMENT: { zh: '资助承诺', en: 'money set aside for a grant (IATI 2)' },
    GRANT_PAYMENT: { zh: '资助拨付', en: 'payment of a grant (IATI 3)' },
    EXPENDITURE: { zh: '支出', en: 'expenditure (IATI 4)' },
    AWARD: { zh: '激励', en: 'award to a partner (IATI 3)' },
    IN_KIND_RECEIPT: { zh: '收到物资', en: 'goods received (IATI 1)' },
    IN_KIND_ISSUE: { zh: '发出物资', en: 'goods issued (IATI 4)' },
    RESTRICT: { zh: '限定用途', en: 'cash put aside for one purpose (internal)' },
    CORRECTION: { zh: '更正', en: 'takes back a transfer posted by mistake (internal)' },
  },
);

interface TransferForm {
  readonly from: readonly AccountKind[];
  readonly to: readonly AccountKind[];
  /** Of money that comes in: the channels it may name; the first one stands when none is named. */
  readonly channels?: readonly InflowChannel[];
}

const money: readonly AccountKind[] = ['FUND_CASH', 'FUND_RESTRICTED'];
const receivers: readonly AccountKind[] = [...money, 'STREET_SERVICE_CENTRE'];
const payers: readonly AccountKind[] = [...money, 'STREET_SERVICE_CENTRE', 'GOV_BENEFIT'];
const given: readonly InflowChannel[] = [
  'NOT_STATED',
  'DIRECTED',
  'CONSUMPTION',
  'MONTHLY',
  'SERVICE',
  'CAPITAL',
  'OTHER',
];

// Which account each kind of transfer may leave and enter. CORRECTION is made by linju alone, as
// the mirror of the transfer it takes back.
const transferForms: Readonly<Record<Exclude<TransferCode, 'CORRECTION'>, TransferForm>> = {
  DONATION: { from: ['WORLD'], to: receivers, channels: given },
  PLEDGE: { from: ['WORLD'], to: receivers, channels: given },
  SALE: { from: ['WORLD'], to: receivers, channels: ['GOODS_SALE', 'CONSUMPTION'] },
  SERVICE_FEE: { from: ['WORLD'], to: receivers, channels: ['SERVICE_FEE', 'SERVICE'] },
  REVENUE_SHARE: {
    from: ['WORLD', 'PARTNER_SHARE_DUE'],
    to: [...receivers, 'PARTNER_SHARE_DUE'],
    channels: ['REVENUE_SHARE'],
  },
  GOVERNMENT_GRANT: {
    from: ['WORLD', 'GOV_BENEFIT'],
    to: [...receivers, 'GOV_BENEFIT'],
    channels: ['GOVERNMENT'],
  },
  GRANT_COMMITMENT: { from: payers, to: ['USE'] },
  GRANT_PAYMENT: { from: payers, to: ['USE'] },
  EXPENDITURE: { from: payers, to: ['USE'] },
  AWARD: { from: payers, to: ['USE'] },
  IN_KIND_RECEIPT: { from: ['WORLD'], to: ['FUND_IN_KIND'], channels: given },
  IN_KIND_ISSUE: { from: ['FUND_IN_KIND'], to: ['USE'] },
  RESTRICT: { from: ['FUND_CASH'], to: ['FUND_RESTRICTED'] },
};

/** The two accounts of a transfer with its code, as the writer names them. */
export interface NamedTransfer {
  readonly code: TransferCode;
  readonly from: AccountName;
  readonly to: AccountName;
}

/**
 * Lets a transfer pass whose code fits its two accounts, and which touches one fund at most: money
 * for another fund leaves this one and enters that one by two transfers of one set, so that each
 * fund's chain and channel stay its own.
 * @throws Refusal RULE_VIOLATED, SET_NOT_BALANCED
 */
export function requireTransferForm({ code, from, to }: NamedTransfer, field: string): void {
  if (from.code === to.code) {
    refuse('SET_NOT_BALANCED', {
      field: `${field}.toAccount`,
      message: 'A transfer leaves one account and enters another; these two are the same.',
    });
  }
  if (from.fundId && to.fundId && from.fundId !== to.fundId) {
    refuse('RULE_VIOLATED', {
      field: `${field}.toAccount`,
      message:
        'A transfer touches one fund. Let the money leave the first fund for a USE account and enter the second from a WORLD account, in one set.',
    });
  }
  const form = code === 'CORRECTION' ? undefined : transferForms[code];
  if (form?.from.includes(from.kind) && form.to.includes(to.kind)) return;
  refuse('RULE_VIOLATED', {
    field: `${field}.code`,
    message: form
      ? `${code} goes from ${form.from.join(' or ')} to ${form.to.join(' or ')}, not from ${from.kind} to ${to.kind}.`
      : 'A correction is not posted as such. Use correctTransfer, which takes the transfer back.',
  });
}

/**
 * The channel of money that comes in; null for every other transfer.
 * @throws Refusal RULE_VIOLATED for a channel that does not fit the code
 */
export function requireChannel(
  code: TransferCode,
  channel: InflowChannel | null | undefined,
  field: string,
): InflowChannel | null {
  const channels = code === 'CORRECTION' ? undefined : transferForms[code].channels;
  if (!channel || channels?.includes(channel)) return channel ?? channels?.[0] ?? null;
  return refuse('RULE_VIOLATED', {
    field: `${field}.channel`,
    message: channels
      ? `${code} comes by ${channels.join(' or ')}, not by ${channel}.`
      : `${code} brings no money in, so it has no channel.`,
  });
}

/** Which way a transfer moves money, seen from the fund it touches; null where it touches none. */
export function directionOf(from: AccountName, to: AccountName): FlowDirection | null {
  if (from.fundId && to.fundId) return 'INSIDE';
  if (to.fundId) return 'IN';
  return from.fundId ? 'OUT' : null;
}
