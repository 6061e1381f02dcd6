import { expect, test } from 'vitest';

import { refusalOf } from '../test-support/refusal-of.js';
import {
  cashAccountOf,
  inKindAccountOf,
  parseAccountCode,
  restrictedAccountOf,
  shareDueAccountOf,
} from './account-code.js';

test.each([
  ['WORLD:UNIT_OR_INDIVIDUAL', { kind: 'WORLD', donorKind: 'UNIT_OR_INDIVIDUAL' }],
  [cashAccountOf('fund_seed_a'), { kind: 'FUND_CASH', fundId: 'fund_seed_a' }],
  [inKindAccountOf('fund_seed_a'), { kind: 'FUND_IN_KIND', fundId: 'fund_seed_a' }],
  [
    restrictedAccountOf('fund_seed_a', 'EVENT'),
    { kind: 'FUND_RESTRICTED', fundId: 'fund_seed_a', purpose: 'EVENT' },
  ],
  [
    shareDueAccountOf('partner_seed_lele', '430202'),
    { kind: 'PARTNER_SHARE_DUE', partnerId: 'partner_seed_lele', placeCode: '430202' },
  ],
  ['STREET:430202001:SERVICE_CENTRE', { kind: 'STREET_SERVICE_CENTRE', placeCode: '430202001' }],
  ['GOV:430202:BENEFIT', { kind: 'GOV_BENEFIT', placeCode: '430202' }],
  ['GOV:430202001:BENEFIT', { kind: 'GOV_BENEFIT', placeCode: '430202001' }],
  ['USE:HARDSHIP_RELIEF', { kind: 'USE', purpose: 'HARDSHIP_RELIEF' }],
])('%s says what it is', (code, said) => {
  const nothing = {
    fundId: null,
    purpose: null,
    partnerId: null,
    placeCode: null,
    donorKind: null,
  };
  expect(parseAccountCode(code)).toEqual({ code, ...nothing, ...said });
});

test.each([
  '',
  'WORLD',
  'WORLD:',
  'WORLD:NOBODY',
  'WORLD:toString',
  'FUND:fund_seed_a',
  'FUND:fund_seed_a:',
  'FUND:fund_seed_a:CASH:',
  'FUND:fund_seed_a:CASH:MORE',
  'FUND:partner_seed_a:CASH',
  'FUND:fund_seed_a:RESTRICTED',
  'FUND:fund_seed_a:RESTRICTED:event',
  'PARTNER:fund_seed_a:SHARE_DUE:430202',
  'PARTNER:partner_seed_lele:SHARE_DUE',
  'PARTNER:partner_seed_lele:SHARE_DUE:430200',
  'PARTNER:partner_seed_lele:SHARE_DUE:430202001',
  'STREET:430202:SERVICE_CENTRE',
  'GOV:430200:BENEFIT',
  'GOV:4302:BENEFIT',
  'USE:event',
  'use:EVENT',
  'TOWN:430202001:BENEFIT',
  '__proto__:x',
])('%j is not the code of an account', (code) => {
  expect(refusalOf(() => parseAccountCode(code, 'lines.0.toAccount'))).toEqual({
    code: 'BAD_USER_INPUT',
    field: 'lines.0.toAccount',
  });
});
