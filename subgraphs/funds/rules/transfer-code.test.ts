import { expect, test } from 'vitest';

import { refusalOf } from '../test-support/refusal-of.js';
import { parseAccountCode } from './account-code.js';
import { directionOf, requireChannel, requireTransferForm, TransferCode } from './transfer-code.js';

const accounts = {
  WORLD: 'WORLD:PUBLIC',
  CASH: 'FUND:fund_fixture_a:CASH',
  IN_KIND: 'FUND:fund_fixture_a:IN_KIND',
  RESTRICTED: 'FUND:fund_fixture_a:RESTRICTED:EVENT',
  PARTNER: 'PARTNER:partner_fixture_a:SHARE_DUE:990101',
  STREET: 'STREET:990101001:SERVICE_CENTRE',
  GOV: 'GOV:990101:BENEFIT',
  USE: 'USE:EVENT',
} as const;
type Account = keyof typeof accounts;

// Every kind of transfer with every pair of accounts: what is not listed here is refused.
const receivers = ['CASH', 'RESTRICTED', 'STREET'];
const payers = ['CASH', 'RESTRICTED', 'STREET', 'GOV'];
const pairs = (from: readonly string[], to: readonly string[]) =>
  from.flatMap((left) => to.map((right) => `${left}>${right}`));
const allowed: Readonly<Record<TransferCode, readonly string[]>> = {
  DONATION: pairs(['WORLD'], receivers),
  PLEDGE: pairs(['WORLD'], receivers),
  SALE: pairs(['WORLD'], receivers),
  SERVICE_FEE: pairs(['WORLD'], receivers),
  REVENUE_SHARE: pairs(['WORLD', 'PARTNER'], [...receivers, 'PARTNER']),
  GOVERNMENT_GRANT: pairs(['WORLD', 'GOV'], [...receivers, 'GOV']),
  GRANT_COMMITMENT: pairs(payers, ['USE']),
  GRANT_PAYMENT: pairs(payers, ['USE']),
  EXPENDITURE: pairs(payers, ['USE']),
  AWARD: pairs(payers, ['USE']),
  IN_KIND_RECEIPT: pairs(['WORLD'], ['IN_KIND']),
  IN_KIND_ISSUE: pairs(['IN_KIND'], ['USE']),
  RESTRICT: pairs(['CASH'], ['RESTRICTED']),
  CORRECTION: [],
};

test.each(Object.values(TransferCode))(
  '%s goes between the accounts it fits, and no others',
  (code) => {
    const names = Object.keys(accounts) as Account[];
    const passed = names.flatMap((from) =>
      names
        .filter((to) => from !== to)
        .filter((to) => {
          const named = {
            code,
            from: parseAccountCode(accounts[from]),
            to: parseAccountCode(accounts[to]),
          };
          return refusalOf(() => requireTransferForm(named, 'f')) === null;
        })
        .map((to) => `${from}>${to}`),
    );
    expect(passed.sort()).toEqual(allowed[code].filter((pair) => !/^(\w+)>\1$/.test(pair)).sort());
  },
);

test('one account is no pair, and two funds are one too many', () => {
  const cash = parseAccountCode(accounts.CASH);
  const other = parseAccountCode('FUND:fund_fixture_b:CASH');
  expect(
    refusalOf(() => requireTransferForm({ code: 'RESTRICT', from: cash, to: cash }, 'f'))?.code,
  ).toBe('SET_NOT_BALANCED');
  expect(
    refusalOf(() => requireTransferForm({ code: 'DONATION', from: cash, to: other }, 'f')),
  ).toEqual({ code: 'RULE_VIOLATED', field: 'f.toAccount' });
});

test.each([
  ['DONATION', null, 'NOT_STATED'],
  ['DONATION', 'MONTHLY', 'MONTHLY'],
  ['SALE', null, 'GOODS_SALE'],
  ['REVENUE_SHARE', null, 'REVENUE_SHARE'],
  ['EXPENDITURE', null, null],
] as const)('%s that names the channel %s comes by %s', (code, channel, expected) => {
  expect(requireChannel(code, channel, 'f')).toBe(expected);
});

test.each([
  ['SALE', 'MONTHLY'],
  ['DONATION', 'GOVERNMENT'],
  ['EXPENDITURE', 'OTHER'],
] as const)('%s does not come by %s', (code, channel) => {
  expect(refusalOf(() => requireChannel(code, channel, 'f'))).toEqual({
    code: 'RULE_VIOLATED',
    field: 'f.channel',
  });
});

test.each([
  ['WORLD', 'CASH', 'IN'],
  ['CASH', 'USE', 'OUT'],
  ['CASH', 'RESTRICTED', 'INSIDE'],
  ['WORLD', 'GOV', null],
] as const)('from %s to %s money goes %s', (from, to, direction) => {
  expect(directionOf(parseAccountCode(accounts[from]), parseAccountCode(accounts[to]))).toBe(
    direction,
  );
});
