import { parseAdminCode, type AdminCode } from './admin-code.js';
import { describeReceived } from './describe-received.js';
import type { LabelsOf } from './label.js';
import { ValueError } from './value-error.js';

/**
 * Code of a community or village: 12 digits, its street's nine + three. Often unknown; then null with
 * CODE_UNKNOWN stands in its place. Checked by {@link parseCommunityCode}.
 */
export type CommunityCode = string;

/** Kind of a community, fixed by the last three digits of its code. */
export const CommunityKind = {
  RESIDENTS: 'RESIDENTS',
  VILLAGE: 'VILLAGE',
  QUASI: 'QUASI',
} as const;

/** One of the values of {@link CommunityKind}. */
export type CommunityKind = (typeof CommunityKind)[keyof typeof CommunityKind];

/** Each kind in words. */
export const communityKindLabels: LabelsOf<CommunityKind> = {
  RESIDENTS: { zh: '居委会', en: "residents' committee" },
  VILLAGE: { zh: '村委会', en: "villagers' committee" },
  QUASI: { zh: '类村级单位', en: 'quasi-village unit' },
};

const COMMUNITY_NUMBER = /^(?!000)[0-5][0-9]{2}$/;

/**
 * Reads a community code; the text itself is the value.
 * @throws ValueError on anything but 12 ASCII digits: a street code and a number from 001 to 599
 */
export function parseCommunityCode(text: unknown): CommunityCode {
  if (typeof text !== 'string' || text.length !== 12 || !COMMUNITY_NUMBER.test(text.slice(9))) {
    throw notCommunityCode(text);
  }
  parseAdminCode(text.slice(0, 9));
  return text;
}

/**
 * Code of the street or town a community belongs to.
 * @throws ValueError if the text is not a community code
 */
export function streetCodeOf(code: CommunityCode): AdminCode {
  return parseCommunityCode(code).slice(0, 9);
}

/**
 * Kind of a community: 001-199 residents' committee, 200-399 village, 400-599 quasi-village unit.
 * @throws ValueError if the text is not a community code
 */
export function communityKindOf(code: CommunityCode): CommunityKind {
  const number = Number(parseCommunityCode(code).slice(9));
  if (number < 200) return CommunityKind.RESIDENTS;
  return number < 400 ? CommunityKind.VILLAGE : CommunityKind.QUASI;
}

function notCommunityCode(received: unknown): ValueError {
  return new ValueError(
    'A community code is a text of 12 digits, a street code and a number from 001 to 599; ' +
      `received ${describeReceived(received)}.`,
    received,
  );
}
