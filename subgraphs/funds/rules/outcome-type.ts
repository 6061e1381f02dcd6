import { labelledEnum, parseId, refuse } from '@linju/kit';

/** What a transfer can have paid for. */
export const OutcomeType = {
  Event: 'Event',
  Request: 'Request',
  Hazard: 'Hazard',
  Distribution: 'Distribution',
  Grant: 'Grant',
  NeedMatch: 'NeedMatch',
} as const;
export type OutcomeType = (typeof OutcomeType)[keyof typeof OutcomeType];

labelledEnum(
  OutcomeType,
  'OutcomeType',
  {
    zh: '成效类型',
    en: 'What a transfer can have paid for; the value is the type’s name in the graph.',
  },
  {
    Event: { zh: '活动', en: 'an event' },
    Request: { zh: '诉求', en: 'a request' },
    Hazard: { zh: '隐患', en: 'a hazard' },
    Distribution: { zh: '物资发放', en: 'a distribution of goods' },
    Grant: { zh: '项目资助', en: 'a grant' },
    NeedMatch: { zh: '需求对接', en: 'a need met' },
  },
);

/** One outcome of a transfer, with the part of it that the transfer paid for. */
export interface OutcomeShare {
  readonly type: OutcomeType;
  readonly id: string;
  /** Basis points, 1 to 10,000; over all transfers of a district at most 10,000 per outcome. */
  readonly weightBps: number;
}

const outcomesMax = 20;

/**
 * Reads the outcomes of one transfer.
 * @throws Refusal BAD_USER_INPUT
 */
export function parseOutcomes(
  outcomes: readonly OutcomeShare[] | null | undefined,
  field: string,
): readonly OutcomeShare[] {
  const list = outcomes ?? [];
  const distinct = new Set(list.map(({ type, id }) => `${type}:${id}`));
  if (list.length > outcomesMax || distinct.size !== list.length) {
    refuse('BAD_USER_INPUT', {
      field: `${field}.outcomes`,
      message: `A transfer names each outcome once, and at most ${outcomesMax} of them.`,
    });
  }
  return list.map((outcome) => parseOutcome(outcome, `${field}.outcomes`));
}

function parseOutcome({ type, id, weightBps }: OutcomeShare, field: string): OutcomeShare {
  if (!Number.isInteger(weightBps) || weightBps < 1 || weightBps > 10_000) {
    refuse('BAD_USER_INPUT', {
      field,
      message: 'weightBps is 1 to 10,000 basis points: 10,000 pays for the whole outcome.',
    });
  }
  return { type, id: parseId(type, id, field), weightBps };
}
