import { AdminCodeScalar, InstantScalar, WriteInput } from '@linju/kit';
import { Field, ID, InputType } from 'type-graphql';

import { DisclosureChannel } from '../rules/disclosure-channel.js';
import { DisclosureDuty } from '../rules/disclosure-duty.js';
import { SourceRefInput } from './source-ref.js';

@InputType('ScheduleDisclosureInput', {
  description:
    '登记公开义务\nSomething that has to be published by a fund, or by a charity that hosts funds of your district.',
})
export class ScheduleDisclosureInput extends WriteInput {
  @Field(() => ID, { nullable: true, description: 'Of a duty of a fund; else left out.' })
  fundId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of a duty of a host charity; else left out.' })
  hostCharityId?: string | null;

  @Field(() => AdminCodeScalar, {
    nullable: true,
    description: 'Of a host charity’s duty: the district it is entered in. A fund has its own.',
  })
  districtCode?: string | null;

  @Field(() => DisclosureDuty, { description: 'Which duty.' })
  duty: DisclosureDuty;

  @Field(() => SourceRefInput, { nullable: true, description: 'What it is about.' })
  subjectRef?: SourceRefInput | null;

  @Field(() => InstantScalar, {
    description: 'When it has to be published; a yearly report at the end of 31 May.',
  })
  dueAt: Date;
}

@InputType('PublishDisclosureInput', { description: '公开\nA duty that was met.' })
export class PublishDisclosureInput extends WriteInput {
  @Field(() => ID, { description: 'disclosure_…' })
  disclosureId: string;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When; null: now. Never in the future.',
  })
  publishedAt?: Date | null;

  @Field(() => [DisclosureChannel], { description: 'Where, at least one.' })
  channels: DisclosureChannel[];
}

@InputType('CorrectDisclosureInput', {
  description: '更正公开\nA corrected publication beside the one that was wrong.',
})
export class CorrectDisclosureInput extends WriteInput {
  @Field(() => ID, { description: 'The publication that was wrong.' })
  disclosureId: string;

  @Field(() => String, { description: 'What was wrong, up to 500 characters; published with it.' })
  correctionNote: string;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When; null: now. Never in the future.',
  })
  publishedAt?: Date | null;

  @Field(() => [DisclosureChannel], { description: 'Where, at least one.' })
  channels: DisclosureChannel[];
}
