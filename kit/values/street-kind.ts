import { adminLevelOf, AdminLevel, type AdminCode } from './admin-code.js';
import { describeReceived } from './describe-received.js';
import type { LabelsOf } from './label.js';
import { ValueError } from './value-error.js';

/** Kind of a unit of the street level, fixed by the last three digits of its code (GB/T 10114). */
export const StreetKind = {
  STREET: 'STREET',
  TOWN: 'TOWN',
  TOWNSHIP: 'TOWNSHIP',
  QUASI: 'QUASI',
} as const;

/** One of the values of {@link StreetKind}. */
export type StreetKind = (typeof StreetKind)[keyof typeof StreetKind];

/** Each kind in words. */
export const streetKindLabels: LabelsOf<StreetKind> = {
  STREET: { zh: '街道', en: 'street' },
  TOWN: { zh: '镇', en: 'town' },
  TOWNSHIP: { zh: '乡', en: 'township' },
  QUASI: { zh: '类乡级单位', en: 'quasi-township, such as a development zone or a farm' },
};

/**
 * Kind of a street-level unit: 001-099 street, 100-199 town, 200-399 township, 400-599 quasi-township.
 * @throws ValueError if the code is not one of a street-level unit
 */
export function streetKindOf(code: AdminCode): StreetKind {
  if (adminLevelOf(code) !== AdminLevel.STREET) {
    throw new ValueError(
      `Only a code of 9 digits has a street kind; received ${describeReceived(code)}.`,
      code,
    );
  }
  const number = Number(code.slice(6));
  if (number < 100) return StreetKind.STREET;
  if (number < 200) return StreetKind.TOWN;
  return number < 400 ? StreetKind.TOWNSHIP : StreetKind.QUASI;
}
