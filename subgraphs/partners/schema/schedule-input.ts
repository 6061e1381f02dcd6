import { Frequency, InstantScalar } from '@linju/kit';
import { Field, InputType, Int, registerEnumType } from 'type-graphql';

registerEnumType(Frequency, {
  name: 'Frequency',
  description: '频率\nHow often a schedule repeats.',
  valuesConfig: {
    DAILY: { description: '每日\nEvery day.' },
    WEEKLY: { description: '每周\nEvery week.' },
    MONTHLY: { description: '每月\nEvery month.' },
    YEARLY: { description: '每年\nEvery year.' },
  },
});

@InputType('ScheduleInput', { description: '时间安排\nA recurrence in the parts of RFC 5545.' })
export class ScheduleInput {
  @Field(() => InstantScalar, { nullable: true, description: 'DTSTART; null: not stated.' })
  dtstart?: Date | null;

  @Field(() => String, { nullable: true, description: 'DURATION, ISO 8601, such as PT2H.' })
  duration?: string | null;

  @Field(() => Frequency, { nullable: true, description: 'FREQ; null: no rule.' })
  freq?: Frequency | null;

  @Field(() => Int, { nullable: true, description: 'INTERVAL; null means 1.' })
  interval?: number | null;

  @Field(() => [String], { nullable: true, description: 'BYDAY, such as MO or 1SU.' })
  byday?: string[] | null;

  @Field(() => [Int], { nullable: true, description: 'BYMONTHDAY, 1 to 31 or -31 to -1.' })
  bymonthday?: number[] | null;

  @Field(() => InstantScalar, { nullable: true, description: 'UNTIL; null: without end.' })
  until?: Date | null;
}
