import { AdminCodeScalar } from '@linju/kit';
import { Directive, Field, ObjectType } from 'type-graphql';

import { NeedItemConnection, PartnerConnection } from './connections.js';

/** Of the districts subgraph: its key and what partners adds. */
@ObjectType('Street')
@Directive('@key(fields: "code")')
export class Street {
  @Field(() => AdminCodeScalar)
  code: string;

  @Field(() => PartnerConnection, {
    nullable: true,
    description:
      '社区合伙人\nPartners at work in this street: registered there, in a project or a distribution there, or with an accepted match for a need of it.',
  })
  partners?: object | null;

  @Field(() => NeedItemConnection, {
    nullable: true,
    description: '需求清单\nNeeds known to be of this street.',
  })
  needs?: object | null;
}
