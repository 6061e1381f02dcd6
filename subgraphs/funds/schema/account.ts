import { FenScalar, NullReason } from '@linju/kit';
import { Directive, Field, ObjectType } from 'type-graphql';

import { AccountKind } from '../rules/account-kind.js';
import { Area } from './area.js';
import { Fund } from './fund.js';
import { Partner } from './partner.js';

@ObjectType('AccountBalances', {
  description:
    '账户余额\nFour counters of an account, fen. What it can still spend is postedIn less postedOut less pendingOut.',
})
export class AccountBalances {
  @Field(() => FenScalar, { description: 'Posted into it.' })
  postedIn: bigint;

  @Field(() => FenScalar, { description: 'Posted out of it.' })
  postedOut: bigint;

  @Field(() => FenScalar, { description: 'Reserved to come in.' })
  pendingIn: bigint;

  @Field(() => FenScalar, { description: 'Reserved to leave: it cannot be spent otherwise.' })
  pendingOut: bigint;
}

@ObjectType('Account', {
  description:
    '账户\nOne side of transfers. Key: a code that says what it is: WORLD:<donorKind>, FUND:<id>:CASH, FUND:<id>:IN_KIND, FUND:<id>:RESTRICTED:<purpose>, PARTNER:<id>:SHARE_DUE:<district>, STREET:<code>:SERVICE_CENTRE, GOV:<code>:BENEFIT, USE:<purpose>.',
})
@Directive('@key(fields: "code")')
export class Account {
  @Field(() => String, { description: 'Such as FUND:fund_seed_yeyachong:CASH.' })
  code: string;

  @Field(() => AccountKind, { description: 'What it is for.' })
  kind: AccountKind;

  @Field(() => Fund, { nullable: true, description: 'Of a fund’s account, the fund.' })
  fund?: object | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of FUND_RESTRICTED and USE, a code of the list Purpose.',
  })
  purpose?: string | null;

  @Field(() => Partner, { nullable: true, description: 'Of PARTNER_SHARE_DUE, the partner.' })
  partner?: object | null;

  @Field(() => Area, {
    nullable: true,
    description: 'Of PARTNER_SHARE_DUE, STREET_SERVICE_CENTRE and GOV_BENEFIT, the place.',
  })
  place?: object | null;

  @Field(() => AccountBalances, { nullable: true, description: 'Null with the reason beside.' })
  balances?: object | null;

  @Field(() => NullReason, {
    nullable: true,
    description:
      'Why balances is null: NOT_APPLICABLE for WORLD and USE, which are the outside; SOURCE_MISSING where the district’s outflow is not recorded here, so that a balance would be wrong.',
  })
  balancesReasonIfNull?: NullReason | null;
}
