import { payloadTypes } from '@linju/kit';

import { BudgetLine } from './budget-line.js';
import { Disclosure } from './disclosure.js';
import { Fund } from './fund.js';
import { Grant } from './grant.js';
import { Pledge } from './pledge.js';
import { UserError } from './shared.js';

const payloadType = payloadTypes(() => UserError);

/** What a write of a BudgetLine answers. */
export const BudgetLinePayload = payloadType('BudgetLine', () => BudgetLine);
/** What a write of a Disclosure answers. */
export const DisclosurePayload = payloadType('Disclosure', () => Disclosure);
/** What a write of a Fund answers. */
export const FundPayload = payloadType('Fund', () => Fund);
/** What a write of a Grant answers. */
export const GrantPayload = payloadType('Grant', () => Grant);
/** What a write of a Pledge answers. */
export const PledgePayload = payloadType('Pledge', () => Pledge);
