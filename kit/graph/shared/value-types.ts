import { Directive, Field, Float, Int, ObjectType } from 'type-graphql';

import { QuantityQualifier } from '../../values/quantity-qualifier.js';
import { Unit } from '../../values/unit.js';
import { FenScalar, InstantScalar } from '../scalars/index.js';

/** Classes of the plain values; called once per subgraph, so that each has its own. */
export function valueTypes() {
  @ObjectType('Label', { description: '名称(中英文)\nA name in both languages.' })
  @Directive('@shareable')
  class Label {
    @Field(() => String, { description: '中文' })
    zh: string;

    @Field(() => String, { description: 'English' })
    en: string;
  }

  @ObjectType('Quantity', {
    description: '数量\nA whole number as it was stated, with how exact it is and what it counts.',
  })
  @Directive('@shareable')
  class Quantity {
    @Field(() => Float, { description: 'A whole number, 0 to 9007199254740991.' })
    value: number;

    @Field(() => QuantityQualifier, { description: 'How exact the number is.' })
    qualifier: QuantityQualifier;

    @Field(() => Unit, { description: 'What it counts.' })
    unit: Unit;
  }

  @ObjectType('Money', { description: '金额\nAn amount of money.' })
  @Directive('@shareable')
  class Money {
    @Field(() => FenScalar, { description: 'The amount in fen (1/100 yuan).' })
    fen: bigint;

    @Field(() => String, { description: 'ISO 4217; always CNY.' })
    currency: string;
  }

  @ObjectType('Period', {
    description: '时段\nA half-open span of time: `from` belongs to it, `to` does not.',
  })
  @Directive('@shareable')
  class Period {
    @Field(() => InstantScalar, { nullable: true, description: 'Null: no beginning is stated.' })
    from?: Date | null;

    @Field(() => InstantScalar, { nullable: true, description: 'Null: open, or no end is stated.' })
    to?: Date | null;

    @Field(() => String, { description: 'The time zone days are counted in: Asia/Shanghai.' })
    tz: string;
  }

  @ObjectType('Schedule', {
    description: '时间安排\nA recurrence in the parts of RFC 5545.',
  })
  @Directive('@shareable')
  class Schedule {
    @Field(() => InstantScalar, { nullable: true, description: 'DTSTART; null where not stated.' })
    dtstart?: Date | null;

    @Field(() => String, { nullable: true, description: 'DURATION, ISO 8601, such as PT2H.' })
    duration?: string | null;

    @Field(() => String, { nullable: true, description: 'FREQ: DAILY, WEEKLY, MONTHLY or YEARLY.' })
    freq?: string | null;

    @Field(() => Int, { nullable: true, description: 'INTERVAL; null means 1.' })
    interval?: number | null;

    @Field(() => [String], { nullable: true, description: 'BYDAY, such as MO or 1SU.' })
    byday?: readonly string[] | null;

    @Field(() => [Int], { nullable: true, description: 'BYMONTHDAY, 1 to 31 or -31 to -1.' })
    bymonthday?: readonly number[] | null;

    @Field(() => InstantScalar, { nullable: true, description: 'UNTIL; null: without end.' })
    until?: Date | null;

    @Field(() => [InstantScalar], { nullable: true, description: 'EXDATE: left out.' })
    exdates?: readonly Date[] | null;

    @Field(() => [InstantScalar], { nullable: true, description: 'RDATE: added.' })
    rdates?: readonly Date[] | null;
  }

  @ObjectType('PageInfo', { description: '分页信息\nWhere a page stands in its list (Relay).' })
  @Directive('@shareable')
  class PageInfo {
    @Field(() => Boolean, { description: 'Whether the list goes on after this page.' })
    hasNextPage: boolean;

    @Field(() => Boolean, { description: 'Whether this page was asked for with `after`.' })
    hasPreviousPage: boolean;

    @Field(() => String, { nullable: true, description: 'Null on an empty page.' })
    startCursor?: string | null;

    @Field(() => String, {
      nullable: true,
      description: 'Pass it as `after`. Null on an empty page.',
    })
    endCursor?: string | null;
  }

  return { Label, Quantity, Money, Period, Schedule, PageInfo };
}

export type ValueTypes = ReturnType<typeof valueTypes>;
