import { labelledEnum, refuse, shanghaiDate } from '@linju/kit';

/** The duties to publish, by the Charity Law and Order 81, and those of the community itself. */
export const DisclosureDuty = {
  FUNDRAISING_EVERY_3_MONTHS: 'FUNDRAISING_EVERY_3_MONTHS',
  FUNDRAISING_END_3_MONTHS: 'FUNDRAISING_END_3_MONTHS',
  PROJECT_EVERY_3_MONTHS: 'PROJECT_EVERY_3_MONTHS',
  PROJECT_END_3_MONTHS: 'PROJECT_END_3_MONTHS',
  MAJOR_EVENT_30_DAYS: 'MAJOR_EVENT_30_DAYS',
  LEFTOVER_3_MONTHS: 'LEFTOVER_3_MONTHS',
  PARTNER_EVALUATION_3_MONTHS: 'PARTNER_EVALUATION_3_MONTHS',
  ANNUAL_31_MAY: 'ANNUAL_31_MAY',
  COMMUNITY_PERIODIC: 'COMMUNITY_PERIODIC',
} as const;
export type DisclosureDuty = (typeof DisclosureDuty)[keyof typeof DisclosureDuty];

labelledEnum(
  DisclosureDuty,
  'DisclosureDuty',
  { zh: '公开义务', en: 'Which duty to publish it is.' },
  {
    FUNDRAISING_EVERY_3_MONTHS: {
      zh: '募捐每三个月公开',
      en: 'every three months while raising funds',
    },
    FUNDRAISING_END_3_MONTHS: {
      zh: '募捐结束三个月内公开',
      en: 'three months after raising funds',
    },
    PROJECT_EVERY_3_MONTHS: { zh: '项目每三个月公开', en: 'every three months of a project' },
    PROJECT_END_3_MONTHS: { zh: '项目结束三个月内公开', en: 'three months after a project' },
    MAJOR_EVENT_30_DAYS: {
      zh: '重大事项三十日内公开',
      en: 'thirty days after a major change of assets, an investment or a related-party deal',
    },
    LEFTOVER_3_MONTHS: {
      zh: '剩余财产三个月内公开',
      en: 'three months after the end, on what was left',
    },
    PARTNER_EVALUATION_3_MONTHS: {
      zh: '合作方评估三个月内公开',
      en: 'three months, on the evaluation of fundraising partners',
    },
    ANNUAL_31_MAY: { zh: '年报(5月31日前)', en: 'the yearly report, by 31 May' },
    COMMUNITY_PERIODIC: { zh: '社区定期公示', en: 'regular notice in the community' },
  },
);

/**
 * The yearly report is due at the end of 31 May, that is at 00:00 of 1 June; other duties run from
 * events of their own and are due when the officer says.
 * @throws Refusal BAD_USER_INPUT
 */
export function requireDueAt(duty: DisclosureDuty, dueAt: Date): Date {
  const isEndOfMay = /-06-01$/.test(shanghaiDate(dueAt)) && isMidnight(dueAt);
  if (duty !== 'ANNUAL_31_MAY' || isEndOfMay) return dueAt;
  return refuse('BAD_USER_INPUT', {
    field: 'dueAt',
    message:
      'A yearly report is due by 31 May: send 00:00 of 1 June, such as 2025-06-01T00:00:00+08:00.',
  });
}

// Shanghai is 8 hours ahead of UTC all year.
const isMidnight = (at: Date): boolean => (at.getTime() + 8 * 3_600_000) % 86_400_000 === 0;
