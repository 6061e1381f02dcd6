import type { LabelsOf } from './label.js';

/** How a record came to be known. */
export const ProvenanceMethod = {
  /** Entered in the workflow it belongs to. */
  RECORDED: 'RECORDED',
  /** Stated by the press or by a document. */
  REPORTED: 'REPORTED',
  /** A self-reported achievement: shown beside figures, never an input to one. */
  CLAIMED: 'CLAIMED',
  /** Taken over from another system. */
  IMPORTED: 'IMPORTED',
  /** Worked out from other records. */
  COMPUTED: 'COMPUTED',
  /** Made up, for demonstration and tests; never stands against a real place. */
  SYNTHETIC: 'SYNTHETIC',
} as const;

/** One of the values of {@link ProvenanceMethod}. */
export type ProvenanceMethod = (typeof ProvenanceMethod)[keyof typeof ProvenanceMethod];

/** Each method in words. */
export const provenanceMethodLabels: LabelsOf<ProvenanceMethod> = {
  RECORDED: { zh: '业务录入', en: 'recorded in the workflow' },
  REPORTED: { zh: '文件或媒体报道', en: 'reported by a document or the press' },
  CLAIMED: { zh: '自行申报', en: 'claimed by the party itself' },
  IMPORTED: { zh: '系统导入', en: 'imported from another system' },
  COMPUTED: { zh: '计算得出', en: 'computed' },
  SYNTHETIC: { zh: '合成数据', en: 'synthetic' },
};

/** How far a record can be trusted to say what its source meant. */
export const Confidence = {
  HIGH: 'HIGH',
  MEDIUM: 'MEDIUM',
  LOW: 'LOW',
} as const;

/** One of the values of {@link Confidence}. */
export type Confidence = (typeof Confidence)[keyof typeof Confidence];

/** Each degree in words. */
export const confidenceLabels: LabelsOf<Confidence> = {
  HIGH: { zh: '高', en: 'high' },
  MEDIUM: { zh: '中', en: 'medium' },
  LOW: { zh: '低', en: 'low' },
};

/** What kind of thing a source is. */
export const SourceKind = {
  SEED_DOCUMENT: 'SEED_DOCUMENT',
  OFFICIAL_REGISTER: 'OFFICIAL_REGISTER',
  OPERATING_SYSTEM: 'OPERATING_SYSTEM',
  EXTERNAL_BENCHMARK: 'EXTERNAL_BENCHMARK',
  SYNTHETIC_SET: 'SYNTHETIC_SET',
} as const;

/** One of the values of {@link SourceKind}. */
export type SourceKind = (typeof SourceKind)[keyof typeof SourceKind];

/** Each kind in words. */
export const sourceKindLabels: LabelsOf<SourceKind> = {
  SEED_DOCUMENT: { zh: '来源文档', en: 'document the data set began with' },
  OFFICIAL_REGISTER: { zh: '官方登记或统计', en: 'official register or statistics' },
  OPERATING_SYSTEM: { zh: '业务系统', en: 'operating system of an authority' },
  EXTERNAL_BENCHMARK: { zh: '外部参照', en: 'external benchmark' },
  SYNTHETIC_SET: { zh: '合成数据集', en: 'synthetic data set' },
};

/** Where a record or a figure comes from; every one carries it. */
export interface Provenance {
  /** Id of the source. */
  readonly sourceId: string;
  readonly method: ProvenanceMethod;
  /** The words of the source; internal (P1). Null: not kept, or not for this caller. */
  readonly rawText: string | null;
  /** The instant the source speaks for; a span or a day takes effect at its last midnight. Null: not stated. */
  readonly asOf: Date | null;
  /** When the record was entered here. */
  readonly recordedAt: Date;
  readonly confidence: Confidence;
}
