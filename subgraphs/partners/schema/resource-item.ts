import { Directive, Field, ID, ObjectType, createUnionType } from 'type-graphql';

import { ResourceKind } from '../rules/resource-kind.js';
import { Community } from './community.js';
import { District } from './district.js';
import { Organisation } from './organisation.js';
import { Partner } from './partner.js';
import { Provenance, Schedule } from './shared.js';
import { Street } from './street.js';

/** Whose a resource is; told by the prefix of the id. */
export const ResourceOwner = createUnionType({
  name: 'ResourceOwner',
  description: '资源权属方\nWhose a resource is: an organisation, or a partner.',
  types: () => [Organisation, Partner] as const,
  resolveType: ({ id }: { id: string }) => (id.startsWith('partner_') ? 'Partner' : 'Organisation'),
});

@ObjectType('ResourceItem', {
  description: '资源清单项\nSomething that an organisation or a partner can give.',
})
@Directive('@key(fields: "id")')
export class ResourceItem {
  @Field(() => ID, { description: 'resourceitem_…' })
  id: string;

  @Field(() => String, { description: 'What it is.' })
  title: string;

  @Field(() => ResourceKind, { description: 'Space, goods, skill, money or time.' })
  kind: ResourceKind;

  @Field(() => ResourceOwner, { nullable: true, description: 'Whose it is.' })
  owner?: object | null;

  @Field(() => District, { nullable: true, description: 'The district it counts for.' })
  district?: District | null;

  @Field(() => Street, { nullable: true, description: 'Null where not stated.' })
  street?: Street | null;

  @Field(() => Community, {
    nullable: true,
    description: 'Null: for any community of the district.',
  })
  community?: Community | null;

  @Field(() => Schedule, { nullable: true, description: 'When it can be had; null: not stated.' })
  available?: object | null;

  @Field(() => Provenance, { nullable: true, description: 'Where the record comes from.' })
  provenance?: object | null;
}
