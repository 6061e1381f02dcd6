import { expect, test } from 'vitest';

import type { CriterionFinding } from './award-criteria.js';
import { applyVerdicts } from './stated-verdict.js';

const detail = { zh: '', en: '' };
const findings: readonly CriterionFinding[] = [
  { criterion: 'ACTIVE_MEMBERSHIP', result: 'MET', detail },
  { criterion: 'PREMISES_SAFETY', result: 'UNKNOWN', detail },
];
const safe = { criterion: 'PREMISES_SAFETY', result: 'MET', detail: '2024年检查记录' } as const;

test('a verdict fills what is unknown', () => {
  expect(applyVerdicts(findings, [safe])).toEqual([
    findings[0],
    { ...safe, detail: { zh: '2024年检查记录', en: '2024年检查记录' } },
  ]);
});

test('without verdicts the records stand alone', () => {
  expect(applyVerdicts(findings, [])).toEqual(findings);
});

test('nobody overrules what the records decide, not even with the same result', () => {
  const verdict = { ...safe, criterion: 'ACTIVE_MEMBERSHIP' } as const;
  expect(() => applyVerdicts(findings, [verdict])).toThrow(/The records decide/);
});

test('a criterion has one verdict', () => {
  expect(() => applyVerdicts(findings, [safe, safe])).toThrow(/one verdict/);
});
