import { Directive, Field, Float, Int, ObjectType } from 'type-graphql';

import { CompletenessState, Coverage } from '../../values/completeness.js';
import { FigureBasis } from '../../values/figure.js';
import { NullReason } from '../../values/null-reason.js';
import { QuantityQualifier } from '../../values/quantity-qualifier.js';
import { Unit } from '../../values/unit.js';
import { InstantScalar } from '../scalars/index.js';
import type { RecordTypes } from './record-types.js';
import type { ValueTypes } from './value-types.js';

/** Classes of a published figure; called once per subgraph. */
export function figureTypes(values: ValueTypes, records: RecordTypes) {
  @ObjectType('CompletenessPart', {
    description: '数据完整性\nWhether and how fully one subgraph could contribute to a figure.',
  })
  @Directive('@shareable')
  class CompletenessPart {
    @Field(() => String, { description: 'The subgraph.' })
    subgraph: string;

    @Field(() => CompletenessState, { description: 'Whether its data could be read.' })
    state: CompletenessState;

    @Field(() => Int, { nullable: true, description: 'Age of stale data, seconds; null: current.' })
    ageSeconds?: number | null;

    @Field(() => Coverage, { description: 'How much of what exists it records.' })
    coverage: Coverage;

    @Field(() => Float, { nullable: true, description: 'Known share, 0 to 1; null: unknown.' })
    share?: number | null;
  }

  @ObjectType('FigurePart', { description: '分项\nOne part of a figure, such as one channel.' })
  @Directive('@shareable')
  class FigurePart {
    @Field(() => String, { description: 'Which part.' })
    key: string;

    @Field(() => values.Label, { nullable: true, description: 'Its names.' })
    label?: object | null;

    @Field(() => Float, { nullable: true, description: 'Unrounded; null with a reason.' })
    value?: number | null;

    @Field(() => String, { nullable: true, description: 'Integer in stored units, as a string.' })
    numerator?: string | null;

    @Field(() => String, { nullable: true, description: 'Integer in stored units, as a string.' })
    denominator?: string | null;

    @Field(() => NullReason, { nullable: true, description: 'Why value is null.' })
    reasonIfNull?: NullReason | null;
  }

  @ObjectType('Figure', {
    description:
      '指标数值\nA number with what it is made of: value = numerator ÷ denominator × scale, never rounded here.',
  })
  @Directive('@shareable')
  class Figure {
    @Field(() => String, { description: 'The metric, as the field that gives it is called.' })
    metric: string;

    @Field(() => Float, { nullable: true, description: 'Unrounded; null with reasonIfNull.' })
    value?: number | null;

    @Field(() => String, {
      nullable: true,
      description: 'An integer in stored units (persons, fen, minutes), as a string.',
    })
    numerator?: string | null;

    @Field(() => String, {
      nullable: true,
      description: 'An integer in stored units, as a string; null for plain counts.',
    })
    denominator?: string | null;

    @Field(() => String, { description: 'The exact factor: "1", "10000", "50/3".' })
    scale: string;

    @Field(() => Unit, { nullable: true, description: 'What value counts; null: a plain ratio.' })
    unit?: Unit | null;

    @Field(() => FigureBasis, { description: 'Which records are counted.' })
    basis: FigureBasis;

    @Field(() => String, {
      nullable: true,
      description: 'The variant asked for; null: the default.',
    })
    variant?: string | null;

    @Field(() => QuantityQualifier, { description: 'How exact the value is.' })
    qualifier: QuantityQualifier;

    @Field(() => String, { description: 'The code or id of what it is about.' })
    subject: string;

    @Field(() => values.Period, { nullable: true, description: 'The period it covers.' })
    period?: object | null;

    @Field(() => InstantScalar, {
      nullable: true,
      description: 'As of when (what was true); null: latest.',
    })
    asOf?: Date | null;

    @Field(() => InstantScalar, {
      nullable: true,
      description: 'As known when (what was entered); null: latest.',
    })
    knownAt?: Date | null;

    @Field(() => NullReason, {
      nullable: true,
      description: 'Why value is null; null when it is not.',
    })
    reasonIfNull?: NullReason | null;

    @Field(() => Boolean, { description: 'Whether a small number was withheld.' })
    suppressed: boolean;

    @Field(() => [CompletenessPart], { description: 'What each subgraph could contribute.' })
    completeness: readonly object[];

    @Field(() => [FigurePart], { description: 'Its parts, where the metric has any.' })
    parts: readonly object[];

    @Field(() => [records.ReportedFigure], {
      description: 'What others state about the same; never an input.',
    })
    claims: readonly object[];

    @Field(() => values.Label, { description: 'What the metric means.' })
    definition: object;

    @Field(() => Int, { description: 'Raised when the definition changes.' })
    definitionVersion: number;
  }

  return { Figure, FigurePart, CompletenessPart };
}
