import { Directive, Field, ID, ObjectType } from 'type-graphql';

import {
  DistributionConnection,
  NeedItemConnection,
  PartnerConnection,
  PartnerProjectConnection,
  ResourceItemConnection,
} from './connections.js';

/** Of the districts subgraph: its key and what partners adds. */
@ObjectType('Community')
@Directive('@key(fields: "id")')
export class Community {
  @Field(() => ID)
  id: string;

  @Field(() => PartnerConnection, {
    nullable: true,
    description:
      '社区合伙人\nPartners at work in this community: registered there, under an agreement, in a project, with a service or a distribution there, or with an accepted match for a need of it.',
  })
  partners?: object | null;

  @Field(() => NeedItemConnection, {
    nullable: true,
    description: '需求清单\nWhat the community needs: the first of the three lists.',
  })
  needs?: object | null;

  @Field(() => ResourceItemConnection, {
    nullable: true,
    description: '资源清单\nWhat others can give it: the second of the three lists.',
  })
  resourceItems?: object | null;

  @Field(() => PartnerProjectConnection, {
    nullable: true,
    description: '项目清单\nWhat is done together: the third of the three lists.',
  })
  partnerProjects?: object | null;

  @Field(() => DistributionConnection, {
    nullable: true,
    description: '物资发放\nGoods handed out in the community.',
  })
  distributions?: object | null;
}
