import { parseId, refuse } from '@linju/kit';

/** What a record came from: the type's name in the graph and the id. */
export interface SourceReference {
  readonly type: string;
  readonly id: string;
}

/** The types that money can come from or be spent by. */
export const sourceTypes = [
  'Agreement',
  'Award',
  'BudgetLine',
  'Distribution',
  'Event',
  'Facility',
  'Grant',
  'MicroProject',
  'NeedMatch',
  'Organisation',
  'Partner',
  'PartnerProject',
  'Pledge',
  'Request',
  'RevenueShareDue',
] as const;

/**
 * Reads a reference to a record of any subgraph; whether it is there only its owner knows.
 * @throws Refusal BAD_USER_INPUT
 */
export function parseSourceRef(
  reference: SourceReference | null | undefined,
  field: string,
): SourceReference | null {
  if (!reference) return null;
  if (!(sourceTypes as readonly string[]).includes(reference.type)) {
    refuse('BAD_USER_INPUT', {
      field,
      message: `${JSON.stringify(reference.type.slice(0, 60))} is none of the types a reference may name: ${sourceTypes.join(', ')}.`,
    });
  }
  return { type: reference.type, id: parseId(reference.type, reference.id, field) };
}
