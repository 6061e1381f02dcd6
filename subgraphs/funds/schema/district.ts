import { AdminCodeScalar } from '@linju/kit';
import { Directive, Field, ObjectType } from 'type-graphql';

import { FundConnection } from './connections.js';
import { FundTotals } from './fund-totals.js';

/** Of districts: the key, and what we add: its funds and their totals. */
@ObjectType('District')
@Directive('@key(fields: "code")')
export class District {
  @Field(() => AdminCodeScalar)
  code: string;

  @Field(() => FundConnection, {
    nullable: true,
    description: '社区基金\nThe community funds of the district, by name.',
  })
  funds?: object | null;

  @Field(() => FundTotals, {
    nullable: true,
    description: '基金汇总\nTotals over the funds known here.',
  })
  fundTotals?: object | null;
}
