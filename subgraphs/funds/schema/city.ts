import { AdminCodeScalar } from '@linju/kit';
import { Directive, Field, ObjectType } from 'type-graphql';

import { FundConnection } from './connections.js';

/** Of districts: the key, and what we add: its funds. */
@ObjectType('City')
@Directive('@key(fields: "code")')
export class City {
  @Field(() => AdminCodeScalar)
  code: string;

  @Field(() => FundConnection, {
    nullable: true,
    description: '社区基金\nThe community funds of the city’s districts, by name.',
  })
  funds?: object | null;
}
