/** End of the last day that the sources cover: 2024-09-20. */
export const lastDayCovered = '2024-09-21T00:00:00+08:00';

/** The day the guideline came into force. */
export const firstOf2025 = '2025-01-01T00:00:00+08:00';

const labels = (...names: readonly string[]) => names.map((zh) => ({ label: { zh } }));

const stated = (key: string, value: number, unit: string) => ({
  key,
  quantity: { value, qualifier: 'EXACT', unit },
  provenance: { source: { title: '株洲日报版面,8篇(2024年9月)' } },
});

/** The fund as S3 states it. Its donors were never named, so nobody sees any. */
export const expectedFund = {
  id: 'fund_seed_yeyachong',
  initiatedAt: '2024',
  launchedOn: '2024-07-04',
  founders: { value: 25, qualifier: 'EXACT', unit: 'UNIT_OR_PERSON' },
  transfers: {
    nodes: [
      {
        id: 'transfer_seed_yeyachong_founding',
        phase: 'FOUNDING',
        channel: 'DIRECTED',
        amountFen: '10050000',
        donorVisibility: 'ANONYMOUS',
        donor: null,
      },
      {
        id: 'transfer_seed_yeyachong_operating',
        phase: 'OPERATING',
        channel: 'NOT_STATED',
        amountFen: '422200',
        donorVisibility: 'ANONYMOUS',
        donor: null,
      },
    ],
  },
  purposes: labels('扶贫帮困', '公共服务设施建设', '组织培育'),
  inflowChannels: labels('定向捐', '消费捐', '月月捐', '服务捐', '慈善超市义卖'),
  selfGeneration: {
    value: 422_200 / 10_472_200,
    numerator: '422200',
    denominator: '10472200',
    qualifier: 'EXACT',
    reasonIfNull: null,
    completeness: [{ subgraph: 'funds', coverage: 'PARTIAL' }],
  },
  strict: { value: null, reasonIfNull: 'NOT_STATED' },
  atLaunch: { value: 0, numerator: '0', denominator: '10050000', reasonIfNull: null },
  selfGeneratedPerDay: { numerator: '422200', denominator: '78' },
  inflowByChannel: {
    parts: [
      { key: 'DIRECTED', numerator: '10050000' },
      { key: 'NOT_STATED', numerator: '422200' },
    ],
  },
  reportedFigures: [
    stated('founders', 25, 'UNIT_OR_PERSON'),
    stated('foundingDonation', 10_050_000, 'FEN'),
    stated('selfGenerated', 422_200, 'FEN'),
  ],
  provenance: { method: 'REPORTED', source: { id: 'source_seed_s3' } },
};

/** R8 (the name) is known not to be met; nothing is known of the other nine. */
export const expectedFindings = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9', 'R10'].map(
  (rule) => ({
    rule,
    result: rule === 'R8' ? 'NOT_MET' : 'UNKNOWN',
    policy: {
      id: 'policyinstrument_seed_hunan_fund_guideline',
      title: '湖南省社区慈善基金设立运行指引(试行)',
      effectiveFrom: '2025-01-01',
    },
  }),
);
