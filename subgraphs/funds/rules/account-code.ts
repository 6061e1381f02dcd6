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
  /** Of STREET_SERVICE_CENTRE a street; of GOV_BENEFIT a district or street. */
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
/** The code of a partner's share of revenue on its way. */
export const shareDueAccountOf = (partnerId: string): string => `PARTNER:${partnerId}:SHARE_DUE`;

/**
 * Reads an account's code.
 * @throws Refusal BAD_USER_INPUT that lists the forms there are
 */
export function parseAccountCode(code: string, field = 'code'): AccountName {
  const [root = '', owner = '', part = '', purpose = '', ...rest] = code.split(':');
  const form = `${root}:${owner && '_'}${part && `:${part}`}${purpose && ':_'}`;
  const name =
    rest.length === 0 && !code.endsWith(':')
      ? forms[form]?.({ code, owner, purpose, field })
      : null;
  return name ?? refuseCode(code, field);
}

interface CodeParts {
  readonly code: string;
  readonly owner: string;
  readonly purpose: string;
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
  'FUND:_:RESTRICTED:_': ({ code, owner, purpose, field }) =>
    isPurposeForm(purpose)
      ? nameOf(code, 'FUND_RESTRICTED', { fundId: parseId('Fund', owner, field), purpose })
      : null,
  'PARTNER:_:SHARE_DUE': ({ code, owner, field }) =>
    nameOf(code, 'PARTNER_SHARE_DUE', { partnerId: parseId('Partner', owner, field) }),
  'STREET:_:SERVICE_CENTRE': ({ code, owner }) =>
    /^\d{9}$/.test(owner) ? nameOf(code, 'STREET_SERVICE_CENTRE', { placeCode: owner }) : null,
  'GOV:_:BENEFIT': ({ code, owner }) =>
    /^(\d{6}|\d{9})$/.test(owner) && !/^\d{4}00$/.test(owner)
      ? nameOf(code, 'GOV_BENEFIT', { placeCode: owner })
      : null,
};

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
      'FUND:<id>:IN_KIND, FUND:<id>:RESTRICTED:<purpose>, PARTNER:<id>:SHARE_DUE, ' +
      'STREET:<code>:SERVICE_CENTRE, GOV:<code>:BENEFIT and USE:<purpose>.',
  });
}
