import {
  isOfficerOf,
  isSmallCount,
  quantityOf,
  refuse,
  type NullReason,
  type Quantity,
  type QuantityQualifier,
  type Unit,
  type Viewer,
} from '@linju/kit';

/** What recipients are counted in. They are people, so the rule of small numbers holds. */
export type RecipientsUnit = 'PERSON' | 'FAMILY' | 'COUPLE';

const recipientsUnits: readonly Unit[] = ['PERSON', 'FAMILY', 'COUPLE'];

/**
 * Reads the count of those who received. A list of people has no way in.
 * @throws Refusal BAD_USER_INPUT; ValueError on a number that is no count
 */
export function parseRecipients(quantity: Quantity): Quantity & { readonly unit: RecipientsUnit } {
  const counted = quantityOf(quantity);
  if (recipientsUnits.includes(counted.unit)) {
    return counted as Quantity & { readonly unit: RecipientsUnit };
  }
  return refuse('BAD_USER_INPUT', {
    field: 'recipients.unit',
    message: `Recipients are counted in ${recipientsUnits.join(', ')}.`,
  });
}

/** The stored count of a distribution. */
export interface StoredRecipients {
  readonly districtCode: string;
  readonly recipients: number | null;
  readonly recipientsQualifier: QuantityQualifier | null;
  readonly recipientsUnit: RecipientsUnit | null;
}

/** The count as a caller is shown it: fewer than five people could be found out, save by their officer. */
export function shownRecipients(
  viewer: Viewer,
  stored: StoredRecipients,
): { readonly quantity: Quantity | null; readonly reasonIfNull: NullReason | null } {
  const { recipients, recipientsQualifier: qualifier, recipientsUnit: unit } = stored;
  if (recipients === null || qualifier === null || unit === null) {
    return { quantity: null, reasonIfNull: 'NOT_STATED' };
  }
  if (!isOfficerOf(viewer, stored.districtCode) && isSmallCount(BigInt(recipients), { unit })) {
    return { quantity: null, reasonIfNull: 'SUPPRESSED' };
  }
  return { quantity: { value: recipients, qualifier, unit }, reasonIfNull: null };
}
