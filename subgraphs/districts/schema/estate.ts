import { NullReason } from '@linju/kit';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

import { Community } from './community.js';
import { Organisation } from './organisation.js';
import { Provenance } from './shared.js';

@ObjectType('OwnersCommittee', {
  description: '业主委员会\nAn owners’ committee, as two counts. Its members are never stored.',
})
export class OwnersCommittee {
  @Field(() => Int, { nullable: true, description: 'Members; null with reasonIfNull.' })
  members?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Party members among them; null with reasonIfNull.',
  })
  partyMembers?: number | null;

  @Field(() => NullReason, {
    nullable: true,
    description:
      'Why a count is null: NOT_STATED, or SUPPRESSED where so few people would be pointed at (shown to officers of the district only).',
  })
  reasonIfNull?: NullReason | null;
}

@ObjectType('Estate', { description: '小区\nA housing estate.' })
@Directive('@key(fields: "id")')
export class Estate {
  @Field(() => ID, { description: 'estate_…' })
  id: string;

  @Field(() => String, { description: 'Name in Chinese.' })
  name: string;

  @Field(() => [String], { description: 'Other spellings in use.' })
  aliases: string[];

  @Field(() => Community, { nullable: true, description: 'The community it lies in.' })
  community?: Community | null;

  @Field(() => [String], { description: 'Its blocks, such as A区.' })
  blocks: string[];

  @Field(() => Int, {
    nullable: true,
    description: 'First year of the decade it was built in, such as 1980.',
  })
  builtDecade?: number | null;

  @Field(() => Organisation, {
    nullable: true,
    description: 'Who manages it; null where not stated.',
  })
  propertyFirm?: Organisation | null;

  @Field(() => OwnersCommittee, { nullable: true, description: 'Null where none is stated.' })
  ownersCommittee?: OwnersCommittee | null;

  @Field(() => Provenance, { nullable: true, description: 'Where the record comes from.' })
  provenance?: object | null;
}
