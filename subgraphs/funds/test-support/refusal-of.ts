import { Refusal } from '@linju/kit';

/** What a rule refuses with, as the caller is told; null where it lets pass. */
export function refusalOf(decide: () => unknown): { code: string; field: string | null } | null {
  try {
    decide();
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { code: error.code, field: error.field };
  }
}
