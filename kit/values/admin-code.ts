import { describeReceived } from './describe-received.js';
import type { LabelsOf } from './label.js';
import { ValueError } from './value-error.js';

/**
 * Code of an administrative unit: 6 digits of GB/T 2260 for a city (ending 00) or a county-level unit, 9
 * digits for a street or town (the county's six + three of GB/T 10114). Codes are keys, names are not: two
 * streets of neighbouring cities share a name. Checked by {@link parseAdminCode}; whether a unit of that code
 * exists is the business of the code list.
 */
export type AdminCode = string;

/** Level of a unit, told by the form of its code. */
export const AdminLevel = {
  CITY: 'CITY',
  DISTRICT: 'DISTRICT',
  STREET: 'STREET',
} as const;

/** One of the values of {@link AdminLevel}. */
export type AdminLevel = (typeof AdminLevel)[keyof typeof AdminLevel];

/** Each level in words; DISTRICT and STREET stand for all units of their level. */
export const adminLevelLabels: LabelsOf<AdminLevel> = {
  CITY: { zh: '市', en: 'city' },
  DISTRICT: { zh: '区、县、县级市', en: 'district, county or county-level city' },
  STREET: { zh: '街道、镇、乡', en: 'street, town or township' },
};

// First two digits: the provinces of GB/T 2260, and 99, which no province has, for made-up places.
const PROVINCE = '(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12]|99)';
const CITY = `${PROVINCE}(?!00)[0-9]{2}`;
const CITY_CODE = new RegExp(`^${CITY}00$`);
const DISTRICT_CODE = new RegExp(`^${CITY}(?!00)[0-9]{2}$`);
// 001-599 is what the coding rules give to this level. 000 is the county itself, written long.
const STREET_CODE = new RegExp(`^${CITY}(?!00)[0-9]{2}(?!000)[0-5][0-9]{2}$`);

/**
 * Reads an administrative code; the text itself is the value.
 * @throws ValueError on anything but 6 or 9 ASCII digits of that build: a number, a province (43 or 430000),
 *         a community (12 digits), a street right below a city, a last part of 000 or above 599
 */
export function parseAdminCode(text: unknown): AdminCode {
  if (typeof text === 'string' && findLevel(text)) return text;
  throw new ValueError(
    'An administrative code is a text of 6 digits for a city (ending 00) or a district, such as "430202", ' +
      `or of 9 digits for a street or town, such as "430202001"; received ${describeReceived(text)}.`,
    text,
  );
}

/**
 * The level of the unit a code stands for.
 * @throws ValueError if the text is not an administrative code
 */
export function adminLevelOf(code: AdminCode): AdminLevel {
  return findLevel(parseAdminCode(code))!;
}

/**
 * Code of the unit right above: a street's district, a district's city.
 * @returns null for a city, since provinces are not part of the graph
 * @throws ValueError if the text is not an administrative code
 */
export function parentCode(code: AdminCode): AdminCode | null {
  const level = adminLevelOf(code);
  if (level === AdminLevel.CITY) return null;
  return level === AdminLevel.STREET ? code.slice(0, 6) : `${code.slice(0, 4)}00`;
}

/** The city of a district or street, by its code; a city's own code stays. */
export const cityCodeOf = (code: AdminCode): AdminCode => `${code.slice(0, 4)}00`;

/**
 * Whether a unit lies in another, told by the prefix of its code. A unit lies within itself.
 * @throws ValueError if either text is not an administrative code
 */
export function isWithin(code: AdminCode, ancestor: AdminCode): boolean {
  return parseAdminCode(code).startsWith(adminCodePrefix(ancestor));
}

/**
 * The digits that all units within a unit share, for roll-ups by prefix: four for a city, else the code.
 * @throws ValueError if the text is not an administrative code
 */
export function adminCodePrefix(code: AdminCode): string {
  return adminLevelOf(code) === AdminLevel.CITY ? code.slice(0, 4) : code;
}

function findLevel(text: string): AdminLevel | null {
  if (CITY_CODE.test(text)) return AdminLevel.CITY;
  if (DISTRICT_CODE.test(text)) return AdminLevel.DISTRICT;
  if (STREET_CODE.test(text)) return AdminLevel.STREET;
  return null;
}
