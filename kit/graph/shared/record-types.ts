import { Directive, Field, ObjectType, type ClassType } from 'type-graphql';

import { ErrorCode } from '../../errors.js';
import { Coverage } from '../../values/completeness.js';
import { Confidence, ProvenanceMethod } from '../../values/provenance.js';
import { ReportedFigureKind } from '../../values/reported-figure.js';
import { InstantScalar, PartialDateScalar } from '../scalars/index.js';
import type { ValueTypes } from './value-types.js';

/** The entities that shared values point at; each subgraph passes its own class or stub. */
export interface SharedReferences {
  readonly source: () => ClassType;
  readonly organisation: () => ClassType;
}

/** Classes of what every record carries; called once per subgraph. */
export function recordTypes(values: ValueTypes, references: SharedReferences) {
  @ObjectType('Provenance', { description: '出处\nWhere a record or a figure comes from.' })
  @Directive('@shareable')
  class Provenance {
    @Field(() => references.source(), {
      nullable: true,
      description: 'The document, register or system. Null only while its subgraph is down.',
    })
    source?: object | null;

    @Field(() => ProvenanceMethod, { description: 'How it came into the graph.' })
    method: ProvenanceMethod;

    @Field(() => String, {
      nullable: true,
      description:
        'The words of the source. Internal free text (P1): null for others than officers of the district, and where no words were kept.',
    })
    rawText?: string | null;

    @Field(() => InstantScalar, {
      nullable: true,
      description: 'The instant the source speaks of; null where it states none.',
    })
    asOf?: Date | null;

    @Field(() => InstantScalar, { description: 'When it was entered here.' })
    recordedAt: Date;

    @Field(() => Confidence, { description: 'How sure the reading of the source is.' })
    confidence: Confidence;
  }

  @ObjectType('ReportedFigure', {
    description:
      '公布数字\nA total that a document states about its subject. It stands beside the records and is never added to them.',
  })
  @Directive('@shareable')
  class ReportedFigure {
    @Field(() => String, { description: 'What is counted, in camelCase, such as residentsServed.' })
    key: string;

    @Field(() => values.Quantity, { description: 'The number as it was stated.' })
    quantity: object;

    @Field(() => values.Period, { nullable: true, description: 'Null where an instant is stated.' })
    period?: object | null;

    @Field(() => InstantScalar, { nullable: true, description: 'Null where a period is stated.' })
    asOf?: Date | null;

    @Field(() => ReportedFigureKind, { description: 'Fact, claim or outside benchmark.' })
    kind: ReportedFigureKind;

    @Field(() => Provenance, { nullable: true, description: 'Who states it.' })
    provenance?: object | null;
  }

  @ObjectType('Transition', {
    description: '状态变更\nOne move in the past of a record. Past states are read from these.',
  })
  @Directive('@shareable')
  class Transition {
    @Field(() => String, { nullable: true, description: 'Null: the record begins here.' })
    from?: string | null;

    @Field(() => String, { description: 'The state it moved to.' })
    to: string;

    @Field(() => InstantScalar, { description: 'When it was so.' })
    at: Date;

    @Field(() => InstantScalar, { description: 'When it was entered.' })
    recordedAt: Date;

    @Field(() => references.organisation(), {
      nullable: true,
      description: 'The organisation that acted; null where not stated. Never a person.',
    })
    actorOrg?: object | null;

    @Field(() => String, { nullable: true, description: 'In which role it acted.' })
    actorRole?: string | null;

    @Field(() => String, { nullable: true, description: 'Why, where a reason is due.' })
    reason?: string | null;

    @Field(() => String, {
      nullable: true,
      description: 'Internal note (P1): null for others than officers of the district.',
    })
    note?: string | null;
  }

  @ObjectType('Milestone', { description: '里程碑\nA step of a project with its dates.' })
  @Directive('@shareable')
  class Milestone {
    @Field(() => String, { description: 'What is to be reached.' })
    name: string;

    @Field(() => PartialDateScalar, { nullable: true, description: 'Null where none was planned.' })
    plannedOn?: string | null;

    @Field(() => PartialDateScalar, { nullable: true, description: 'Null until it is met.' })
    metOn?: string | null;

    @Field(() => String, { description: 'SCHEDULED, MET, NOT_MET or PARTIALLY_MET.' })
    state: string;

    @Field(() => InstantScalar, { nullable: true, description: 'When its state was last changed.' })
    dateModified?: Date | null;
  }

  @ObjectType('CodeValue', {
    description: '代码表条目\nOne word of a vocabulary that districts may extend.',
  })
  @Directive('@shareable')
  class CodeValue {
    @Field(() => String, { description: 'The vocabulary, such as FacilityKind.' })
    list: string;

    @Field(() => String, { description: 'The code, as records hold it.' })
    code: string;

    @Field(() => values.Label, { description: 'Its names.' })
    label: object;

    @Field(() => PartialDateScalar, { nullable: true, description: 'Null: always.' })
    validFrom?: string | null;

    @Field(() => PartialDateScalar, { nullable: true, description: 'Null: still valid.' })
    validTo?: string | null;

    @Field(() => String, { nullable: true, description: 'The code to use instead, if any.' })
    replacedBy?: string | null;
  }

  @ObjectType('CoveragePart', {
    description:
      '覆盖情况\nHow much of one kind of record of a district is here. NONE means unknown, not zero.',
  })
  @Directive('@shareable')
  class CoveragePart {
    @Field(() => String, { description: 'The kind of record, such as Partner.' })
    recordKind: string;

    @Field(() => Coverage, { description: 'NONE, PARTIAL or FULL.' })
    coverage: Coverage;

    @Field(() => PartialDateScalar, {
      nullable: true,
      description: 'Since when; null: not stated.',
    })
    since?: string | null;
  }

  @ObjectType('UserError', {
    description: '输入错误\nWhy a write was refused. Nothing of it was written.',
  })
  @Directive('@shareable')
  class UserError {
    @Field(() => String, { nullable: true, description: 'The input field; null: the whole input.' })
    field?: string | null;

    @Field(() => String, { description: 'What happened and what to try, for the person.' })
    message: string;

    @Field(() => ErrorCode, { description: 'The same, for the program.' })
    code: ErrorCode;
  }

  return { Provenance, ReportedFigure, Transition, Milestone, CodeValue, CoveragePart, UserError };
}

export type RecordTypes = ReturnType<typeof recordTypes>;
