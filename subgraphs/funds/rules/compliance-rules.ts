import type { ComplianceRule } from './compliance-rule.js';
import type { FindingResult } from './finding-result.js';

/** What is known of a fund on one day. Null: not known, which never counts as met. */
export interface FundFacts {
  readonly name: string;
  readonly hasHostCharity: boolean | null;
  readonly hostCharityName: string | null;
  readonly isLegalPerson: boolean | null;
  readonly hasOwnAccountOrSeal: boolean | null;
  readonly hasSubFunds: boolean | null;
  readonly committeeMembers: number | null;
  readonly committeeUnpaid: boolean | null;
  readonly supervisors: number | null;
  readonly isFundraisingByHostOnly: boolean | null;
  readonly publishesPeriodically: boolean | null;
}

/** What one rule finds. */
export interface RuleFinding {
  readonly rule: ComplianceRule;
  readonly result: FindingResult;
  /** What the finding rests on, in words. */
  readonly detail: string;
}

/**
 * Holds a fund against the ten rules of the Hunan guideline on community charity funds. They give
 * findings, not constraints: funds older than the guideline are not wrong, they are only described.
 * @source docs/sources.md#hunan-fund-guideline
 */
export const assessFacts = (facts: FundFacts): readonly RuleFinding[] =>
  rules.map(({ rule, test, about }) => {
    const met = test(facts);
    const result = met === null ? 'UNKNOWN' : met ? 'MET' : 'NOT_MET';
    return { rule, result, detail: `${about(facts)}${met === null ? ':未知' : ''}` };
  });

interface RuleTest {
  readonly rule: ComplianceRule;
  /** Null: what is known does not decide. */
  readonly test: (facts: FundFacts) => boolean | null;
  readonly about: (facts: FundFacts) => string;
}

const rules: readonly RuleTest[] = [
  {
    rule: 'R1',
    test: ({ hasHostCharity, isLegalPerson }) => allOf(hasHostCharity, not(isLegalPerson)),
    about: () => '依托慈善组织,且不具法人资格',
  },
  {
    rule: 'R2',
    test: ({ hasOwnAccountOrSeal }) => not(hasOwnAccountOrSeal),
    about: () => '自有账户或印章',
  },
  { rule: 'R3', test: ({ hasSubFunds }) => not(hasSubFunds), about: () => '子基金' },
  {
    rule: 'R4',
    test: ({ committeeMembers }) => known(committeeMembers, (count) => count >= 5),
    about: ({ committeeMembers }) => `管委会人数${numberIn(committeeMembers)}`,
  },
  {
    rule: 'R5',
    test: ({ committeeMembers }) => known(committeeMembers, (count) => count % 2 === 1),
    about: ({ committeeMembers }) => `管委会人数${numberIn(committeeMembers)}`,
  },
  { rule: 'R6', test: ({ committeeUnpaid }) => committeeUnpaid, about: () => '管委会成员不领报酬' },
  {
    rule: 'R7',
    test: ({ supervisors }) => known(supervisors, (count) => count >= 1),
    about: ({ supervisors }) => `监督员人数${numberIn(supervisors)}`,
  },
  { rule: 'R8', test: isNamedAsPrescribed, about: ({ name }) => `名称“${name}”` },
  {
    rule: 'R9',
    test: ({ isFundraisingByHostOnly }) => isFundraisingByHostOnly,
    about: () => '仅由依托组织募捐',
  },
  {
    rule: 'R10',
    test: ({ publishesPeriodically }) => publishesPeriodically,
    about: () => '定期公示',
  },
];

// 慈善组织全称 + XX乡镇(街道)/社区慈善基金. The ending alone can settle that a name is not as prescribed;
// that it is needs the host's full name too.
function isNamedAsPrescribed({ name, hostCharityName }: FundFacts): boolean | null {
  if (!/(?:乡|镇|街道|社区|村)慈善基金$/.test(name)) return false;
  return hostCharityName === null ? null : name.startsWith(hostCharityName);
}

const known = (count: number | null, test: (count: number) => boolean): boolean | null =>
  count === null ? null : test(count);

const not = (fact: boolean | null): boolean | null => (fact === null ? null : !fact);

// One no settles it, whatever else is not known.
function allOf(...facts: readonly (boolean | null)[]): boolean | null {
  if (facts.includes(false)) return false;
  return facts.includes(null) ? null : true;
}

const numberIn = (count: number | null): string => (count === null ? '' : `:${count}`);
