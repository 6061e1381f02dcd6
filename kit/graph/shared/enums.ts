import { errorCodeLabels } from '../../error-code-labels.js';
import { ErrorCode } from '../../errors.js';

import {
  CompletenessState,
  Coverage,
  completenessStateLabels,
  coverageLabels,
} from '../../values/completeness.js';
import { CommunityKind, communityKindLabels } from '../../values/community-code.js';
import { FigureBasis, figureBasisLabels } from '../../values/figure.js';
import { NullReason, nullReasonLabels } from '../../values/null-reason.js';
import {
  Confidence,
  ProvenanceMethod,
  SourceKind,
  confidenceLabels,
  provenanceMethodLabels,
  sourceKindLabels,
} from '../../values/provenance.js';
import { QuantityQualifier, quantityQualifierLabels } from '../../values/quantity-qualifier.js';
import { ReportedFigureKind, reportedFigureKindLabels } from '../../values/reported-figure.js';
import { StreetKind, streetKindLabels } from '../../values/street-kind.js';
import { Unit, unitLabels } from '../../values/unit.js';
import { labelledEnum } from '../labelled-enum.js';

// Enums are the one thing all subgraphs share as values: they have no resolvers that could leak
// from one subgraph's schema into another's.
labelledEnum(
  QuantityQualifier,
  'QuantityQualifier',
  { zh: '数量限定词', en: 'How exact a number is.' },
  quantityQualifierLabels,
);
labelledEnum(
  Unit,
  'Unit',
  { zh: '计量单位', en: 'What a number counts. Units are never converted.' },
  unitLabels,
);
labelledEnum(
  ProvenanceMethod,
  'ProvenanceMethod',
  { zh: '取得方式', en: 'How a record came into the graph.' },
  provenanceMethodLabels,
);
labelledEnum(
  Confidence,
  'Confidence',
  { zh: '可信度', en: 'How sure the reading of the source is.' },
  confidenceLabels,
);
labelledEnum(
  SourceKind,
  'SourceKind',
  { zh: '来源类别', en: 'What kind of source a record rests on.' },
  sourceKindLabels,
);
labelledEnum(
  ReportedFigureKind,
  'ReportedFigureKind',
  {
    zh: '公布数字类别',
    en: 'Whether a stated total is a fact, a claim of the speaker, or an outside benchmark.',
  },
  reportedFigureKindLabels,
);
labelledEnum(
  NullReason,
  'NullReason',
  { zh: '空值原因', en: 'Why a value is null.' },
  nullReasonLabels,
);
labelledEnum(
  FigureBasis,
  'FigureBasis',
  { zh: '统计口径', en: 'Which records a figure counts.' },
  figureBasisLabels,
);
labelledEnum(
  CompletenessState,
  'CompletenessState',
  { zh: '数据状态', en: 'Whether a part of a figure could be read.' },
  completenessStateLabels,
);
labelledEnum(
  Coverage,
  'Coverage',
  { zh: '覆盖程度', en: 'How much of what exists is recorded here.' },
  coverageLabels,
);
labelledEnum(
  StreetKind,
  'StreetKind',
  { zh: '乡级行政区类别', en: 'The kind of a township-level unit, by digits 7 to 9 of its code.' },
  streetKindLabels,
);
labelledEnum(
  CommunityKind,
  'CommunityKind',
  { zh: '社区类别', en: 'The kind of a community, by digits 10 to 12 of its code.' },
  communityKindLabels,
);
labelledEnum(
  ErrorCode,
  'ErrorCode',
  {
    zh: '错误代码',
    en: 'Why something was refused or failed. Test the code, never the message.',
  },
  errorCodeLabels,
);
