import { parseId, refuse } from '@linju/kit';

import type { AccountKind } from './account-kind.js';
import { DonorKind } from './donor-kind.js';

/** What an account's code says. */
export interface AccountName {
  readonly code: string;
  readonly kind: AccountKind;
  /** Of the three kinds of fund accounts. */
  readonly fundId: string | null;
  /** Of FUND_RESTRICTED and USE: a code of the list Purpose. */
  readonly purpose: string | null;
  readonly partnerId: string | null;
  /** Of PARTNER_SHARE_DUE a district; of STREET_SERVICE_CENTRE a street; of GOV_BENEFIT either. */
  readonly placeCode: string | null;
  /** Of WORLD: which kind of giver stands outside. */
  readonly donorKind: DonorKind | null;
}

/** The code of a fund's cash. */
export const cashAccountOf = (fundId: string): string => `FUND:${fundId}:CASH`;
/** The code of a fund's goods. */
export const inKindAccountOf = (fundId: string): string => `FUND:${fundId}:IN_KIND`;
/** The code of what a fund puts aside for one purpose. */
export const restrictedAccountOf = (fundId: string, purpose: string): string =>
  `FUND:${fundId}:RESTRICTED:${purpose}`;
/**
 * The code of a partner's share of revenue on its way, in the books of one district. Where a partner
 * belongs is known elsewhere, so each district has an account of its own for it: with one account for
 * all, the first officer to post would own it, and the partner's own officer could never post again.
 */
export const shareDueAccountOf = (partnerId: string, districtCode: string): string =>
  `PARTNER:${partnerId}:SHARE_DUE:${districtCode}`;

/**
 * Reads an account's code.
 * @throws Refusal BAD_USER_INPUT that lists the forms there are
 */
export function parseAccountCode(code: string, field = 'code'): AccountName {
  const [root = '', owner = '', part = '', last = '', ...rest] = code.split(':');
  const form = `${root}:${owner && '_'}${part && `:${part}`}${last && ':_'}`;
  const name =
    rest.length === 0 && !code.endsWith(':') ? forms[form]?.({ code, owner, last, field }) : null;
  return name ?? refuseCode(code, field);
}

interface CodeParts {
  readonly code: string;
  readonly owner: string;
  /** A purpose or a district. */
  readonly last: string;
  readonly field: string;
}

// By the parts of the code, `_` standing for what differs.
const forms: Readonly<Record<string, (parts: CodeParts) => AccountName | null>> = {
  'WORLD:_': ({ code, owner }) =>
    Object.hasOwn(DonorKind, owner)
      ? nameOf(code, 'WORLD', { donorKind: owner as DonorKind })
      : null,
  'USE:_': ({ code, owner }) =>
    isPurposeForm(owner) ? nameOf(code, 'USE', { purpose: owner }) : null,
  'FUND:_:CASH': ({ code, owner, field }) =>
    nameOf(code, 'FUND_CASH', { fundId: parseId('Fund', owner, field) }),
  'FUND:_:IN_KIND': ({ code, owner, field }) =>
    nameOf(code, 'FUND_IN_KIND', { fundId: parseId('Fund', owner, field) }),
  'FUND:_:RESTRICTED:_': ({ code, owner, last, field }) =>
    isPurposeForm(last)
      ? nameOf(code, 'FUND_RESTRICTED', { fundId: parseId('Fund', owner, field), purpose: last })
      : null,
  'PARTNER:_:SHARE_DUE:_': ({ code, owner, last, field }) =>
    isDistrictForm(last)
      ? nameOf(code, 'PARTNER_SHARE_DUE', {
          partnerId: parseId('Partner', owner, field),
          placeCode: last,
        })
      : null,
  'STREET:_:SERVICE_CENTRE': ({ code, owner }) =>
    /^\d{9}$/.test(owner) ? nameOf(code, 'STREET_SERVICE_CENTRE', { placeCode: owner }) : null,
  'GOV:_:BENEFIT': ({ code, owner }) =>
    isDistrictForm(owner) || /^\d{9}$/.test(owner)
      ? nameOf(code, 'GOV_BENEFIT', { placeCode: owner })
      : null,
};

// Six digits; those that end in 00 are of a city.
const isDistrictForm = (text: string): boolean => /^\d{6}$/.test(text) && !text.endsWith('00');

const isPurposeForm = (text: string): boolean => /^[A-Z][A-Z0-9_]{0,63}$/.test(text);

const nameOf = (
  code: string,
  kind: AccountKind,
  parts: Partial<Omit<AccountName, 'code' | 'kind'>>,
): AccountName => ({
  code,
  kind,
  fundId: null,
  purpose: null,
  partnerId: null,
  placeCode: null,
  donorKind: null,
  ...parts,
});

function refuseCode(code: string, field: string): never {
  const shown = JSON.stringify(code.length > 60 ? `${code.slice(0, 60)}…` : code);
  return refuse('BAD_USER_INPUT', {
    field,
    message:
      `${shown} is not the code of an account. The forms are WORLD:<donorKind>, FUND:<id>:CASH, ` +
      'FUND:<id>:IN_KIND, FUND:<id>:RESTRICTED:<purpose>, PARTNER:<id>:SHARE_DUE:<district>, ' +
      'STREET:<code>:SERVICE_CENTRE, GOV:<code>:BENEFIT and USE:<purpose>.',
  });
}
