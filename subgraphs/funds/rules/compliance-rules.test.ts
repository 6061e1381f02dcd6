import { describe, expect, test } from 'vitest';

import { refusalOf } from '../test-support/refusal-of.js';
import type { ComplianceRule } from './compliance-rule.js';
import { assessFacts, type FundFacts } from './compliance-rules.js';
import { findingsInForce, requireInForce } from './findings-in-force.js';

const unknown: FundFacts = {
  name: '某慈善会石子头社区慈善基金',
  hasHostCharity: null,
  hostCharityName: null,
  isLegalPerson: null,
  hasOwnAccountOrSeal: null,
  hasSubFunds: null,
  committeeMembers: null,
  committeeUnpaid: null,
  supervisors: null,
  isFundraisingByHostOnly: null,
  publishesPeriodically: null,
};

const resultOf = (rule: ComplianceRule, facts: Partial<FundFacts>) =>
  assessFacts({ ...unknown, ...facts }).find((finding) => finding.rule === rule)?.result;

test('of a fund of which nothing is known nothing is found, and never MET', () => {
  expect(assessFacts(unknown).map(({ rule, result }) => `${rule} ${result}`)).toEqual(
    Array.from({ length: 10 }, (_, index) => `R${index + 1} UNKNOWN`),
  );
});

test.each([
  ['R1', { hasHostCharity: true, isLegalPerson: false }, 'MET'],
  ['R1', { hasHostCharity: true }, 'UNKNOWN'],
  ['R1', { hasHostCharity: null, isLegalPerson: true }, 'NOT_MET'],
  ['R1', { hasHostCharity: false }, 'NOT_MET'],
  ['R2', { hasOwnAccountOrSeal: false }, 'MET'],
  ['R2', { hasOwnAccountOrSeal: true }, 'NOT_MET'],
  ['R3', { hasSubFunds: false }, 'MET'],
  ['R3', { hasSubFunds: true }, 'NOT_MET'],
  ['R4', { committeeMembers: 5 }, 'MET'],
  ['R4', { committeeMembers: 4 }, 'NOT_MET'],
  ['R4', { committeeMembers: 0 }, 'NOT_MET'],
  ['R5', { committeeMembers: 5 }, 'MET'],
  ['R5', { committeeMembers: 6 }, 'NOT_MET'],
  ['R5', { committeeMembers: 0 }, 'NOT_MET'],
  ['R6', { committeeUnpaid: true }, 'MET'],
  ['R6', { committeeUnpaid: false }, 'NOT_MET'],
  ['R7', { supervisors: 1 }, 'MET'],
  ['R7', { supervisors: 0 }, 'NOT_MET'],
  ['R8', { hostCharityName: '某慈善会' }, 'MET'],
  ['R8', { hostCharityName: '另一慈善会' }, 'NOT_MET'],
  ['R8', { name: '野鸭冲社区公益基金' }, 'NOT_MET'],
  ['R8', { name: '某慈善会某基金', hostCharityName: '某慈善会' }, 'NOT_MET'],
  ['R8', { name: '某慈善会月塘街道慈善基金', hostCharityName: '某慈善会' }, 'MET'],
  ['R9', { isFundraisingByHostOnly: true }, 'MET'],
  ['R9', { isFundraisingByHostOnly: false }, 'NOT_MET'],
  ['R10', { publishesPeriodically: true }, 'MET'],
  ['R10', { publishesPeriodically: false }, 'NOT_MET'],
] as const)('%s of %o is %s', (rule, facts, result) => {
  expect(resultOf(rule, facts)).toBe(result);
});

const at = (text: string) => new Date(text);
const finding = (rule: ComplianceRule, asOf: string, recordedAt = asOf) => ({
  rule,
  asOf: at(asOf),
  recordedAt: at(recordedAt),
});

describe('findings in force', () => {
  const findings = [
    finding('R10', '2025-01-01T00:00:00+08:00'),
    finding('R8', '2025-01-01T00:00:00+08:00'),
    finding('R8', '2025-06-01T00:00:00+08:00'),
    finding('R8', '2025-06-01T00:00:00+08:00', '2025-06-02T00:00:00+08:00'),
  ];
  test.each([
    ['before the guideline', '2024-12-31T23:59:59+08:00', []],
    ['on its first day', '2025-01-01T00:00:00+08:00', [1, 0]],
    ['when a rule was asked again, the last answer', '2025-07-01T00:00:00+08:00', [3, 0]],
    ['on its last day', '2026-12-31T23:59:59+08:00', [3, 0]],
    ['after it', '2027-01-01T00:00:00+08:00', []],
  ])('%s', (_, instant, indexes) => {
    expect(findingsInForce(findings, at(instant))).toEqual(indexes.map((index) => findings[index]));
  });

  test('without an instant the last of each rule', () => {
    expect(findingsInForce(findings, null)).toEqual([findings[3], findings[0]]);
  });
});

test('a finding speaks of a time at which the rules are in force', () => {
  expect(refusalOf(() => requireInForce(at('2025-01-01T00:00:00+08:00')))).toBeNull();
  for (const outside of ['2024-12-31T23:59:59.999+08:00', '2027-01-01T00:00:00+08:00']) {
    expect(refusalOf(() => requireInForce(at(outside)))).toEqual({
      code: 'RULE_VIOLATED',
      field: 'asOf',
    });
  }
});
