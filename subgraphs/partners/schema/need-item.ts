import { CodeScalar, InstantScalar } from '@linju/kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { NeedItemState } from '../rules/need-item-states.js';
import { Community } from './community.js';
import { MatchCandidateConnection } from './connections.js';
import { District } from './district.js';
import { NeedMatch } from './need-match.js';
import { Request } from './request.js';
import { ServiceOffering } from './service-offering.js';
import { Provenance, Transition } from './shared.js';
import { Street } from './street.js';

@ObjectType('MatchCandidate', {
  description: '可对接的服务\nA service of an active partner that fits a need.',
})
export class MatchCandidate {
  @Field(() => ServiceOffering, {
    nullable: true,
    description: 'The service; its partner stands there.',
  })
  offering?: ServiceOffering | null;

  @Field(() => Boolean, { description: 'Whether partner and need are of different districts.' })
  crossDistrict: boolean;
}

@ObjectType('NeedItem', {
  description: '需求清单项\nSomething a community needs that a partner could give.',
})
@Directive('@key(fields: "id")')
export class NeedItem {
  @Field(() => ID, { description: 'needitem_…' })
  id: string;

  @Field(() => String, { description: 'What is needed, in words; never who needs it.' })
  title: string;

  @Field(() => CodeScalar, { description: 'A code of the list ServiceKind.' })
  category: string;

  @Field(() => District, { nullable: true, description: 'The district it counts for.' })
  district?: District | null;

  @Field(() => Street, { nullable: true, description: 'Null where not stated.' })
  street?: Street | null;

  @Field(() => Community, { nullable: true, description: 'Null where not stated.' })
  community?: Community | null;

  @Field(() => InstantScalar, { description: 'When it was raised.' })
  raisedAt: Date;

  @Field(() => Request, {
    nullable: true,
    description: 'The request it came from; null: from none. Each request gives one need.',
  })
  sourceRequest?: Request | null;

  @Field(() => NeedItemState, { description: 'Where it stands now.' })
  state: NeedItemState;

  @Field(() => [NeedMatch], {
    nullable: true,
    description: 'Offers to meet it, in the order they were proposed.',
  })
  matches?: NeedMatch[] | null;

  @Field(() => MatchCandidateConnection, {
    nullable: true,
    description:
      'Services that fit: of the kind needed, to be had now, of partners with an active membership. Those of the need’s own district first, then the ones checked last. Empty for needs that are not OPEN.',
  })
  candidates?: object | null;

  @Field(() => [Transition], { nullable: true, description: 'Its past states, oldest first.' })
  transitions?: object[] | null;

  @Field(() => Provenance, { nullable: true, description: 'Where the record comes from.' })
  provenance?: object | null;
}
