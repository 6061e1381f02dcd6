import { workflowSourceId, type PartialDate, type SeedRecord, type SourceKind } from '@linju/kit';

import { sourceTable } from '../tables/source-table.js';
import { recordOf } from './record-of.js';

/** The sources that records cite. What was taken from each, and what left out: docs/sources.md. */
export const sources = (): readonly SeedRecord[] => facts.map(sourceRecord);

interface SourceFacts {
  readonly id: string;
  readonly title: string;
  readonly kind: SourceKind;
  /** Absent: the day is not known. */
  readonly published?: PartialDate;
  /** How that date is known, where the source does not print it. */
  readonly basis?: string;
}

// A source has no provenance: it is where provenance ends.
const sourceRecord = ({ id, title, kind, published, basis }: SourceFacts): SeedRecord =>
  recordOf({
    type: 'Source',
    id,
    districtCode: null,
    table: sourceTable,
    row: { id, title, kind, publishedOn: published ?? null, dateBasis: basis ?? null },
  });

const facts: readonly SourceFacts[] = [
  {
    id: 'source_seed_s0',
    title: '长沙晚报版面,8篇(邻聚力社区行)',
    kind: 'SEED_DOCUMENT',
    published: '2025-12-12',
    basis: '所述活动在12月11日,次日见报;年份据文中“2025年前三季度”推定',
  },
  {
    id: 'source_seed_s1',
    title: '网络文章:黑石铺街道“党建聚合力”',
    kind: 'SEED_DOCUMENT',
    published: '2022-05-07',
  },
  {
    id: 'source_seed_s2',
    title: '转载文章:高塘岭街道中南社区“六邻工作法”',
    kind: 'SEED_DOCUMENT',
    published: '2022-08-09',
    basis: '转载注明的原文日期;转载日期不详',
  },
  {
    id: 'source_seed_s3',
    title: '株洲日报版面,8篇(2024年9月)',
    kind: 'SEED_DOCUMENT',
    published: '2024-09',
    basis: '所述最晚之事在9月20日,版面为当日或次日;年份据“2024年7月4日”启动的基金推定',
  },
  {
    id: 'source_seed_s4',
    title: '株洲日报版面,9篇(2024年7月)',
    kind: 'SEED_DOCUMENT',
    published: '2024-07',
    basis: '所述最晚之事在7月24日;年份据文中2024年的计划名称推定',
  },
  {
    id: 'source_seed_xb1',
    title: '中国新闻社视频报道:望城区“雷锋哨”',
    kind: 'EXTERNAL_BENCHMARK',
    published: '2022-03-04',
  },
  {
    id: 'source_seed_xb2',
    title: '报道:广州南沙社区合伙人一周年',
    kind: 'EXTERNAL_BENCHMARK',
    published: '2025-09',
    basis: '数字为首年累计,首年止于该月',
  },
  {
    id: 'source_seed_xb3',
    title: '成都城乡社区合伙人指导意见及十条措施',
    kind: 'EXTERNAL_BENCHMARK',
    published: '2023-04-04',
    basis: '政策文件的日期',
  },
  {
    id: 'source_seed_nbs_2023',
    title: '国家统计局统计用区划代码和城乡划分代码(2023年)',
    kind: 'OFFICIAL_REGISTER',
    published: '2023-09-11',
  },
  {
    id: 'source_seed_census_2020',
    title: '第七次全国人口普查公报(湖南省及有关市、区)',
    kind: 'OFFICIAL_REGISTER',
    published: '2021',
    basis: '各级公报于2021年春夏先后发布,合记一处,故只记年份',
  },
  {
    id: 'source_seed_hunan_fund_guideline',
    title: '湖南省社区慈善基金设立运行指引(试行)',
    kind: 'OFFICIAL_REGISTER',
    basis: '印发日期未载明',
  },
  {
    id: 'source_seed_charity_law',
    title: '中华人民共和国慈善法',
    kind: 'OFFICIAL_REGISTER',
    basis: '只用施行日期2024-09-05',
  },
  {
    id: 'source_seed_charity_disclosure_81',
    title: '慈善组织信息公开办法(民政部令第81号)',
    kind: 'OFFICIAL_REGISTER',
    published: '2025-10-01',
  },
  // Not a document: what people enter in linju itself. kit names its id.
  { id: workflowSourceId, title: 'linju 邻聚', kind: 'OPERATING_SYSTEM' },
];
