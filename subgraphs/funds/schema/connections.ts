import { connectionTypes } from '@linju/kit';

import { BudgetLine } from './budget-line.js';
import { Disclosure } from './disclosure.js';
import { Fund } from './fund.js';
import { Grant } from './grant.js';
import { Pledge } from './pledge.js';
import { PageInfo } from './shared.js';
import { Transfer } from './transfer.js';

const pageInfo = () => PageInfo;

export const FundConnection = connectionTypes('Fund', () => Fund, pageInfo);
export const TransferConnection = connectionTypes('Transfer', () => Transfer, pageInfo);
export const PledgeConnection = connectionTypes('Pledge', () => Pledge, pageInfo);
export const GrantConnection = connectionTypes('Grant', () => Grant, pageInfo);
export const BudgetLineConnection = connectionTypes('BudgetLine', () => BudgetLine, pageInfo);
export const DisclosureConnection = connectionTypes('Disclosure', () => Disclosure, pageInfo);
