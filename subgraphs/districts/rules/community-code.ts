import {
  checkValue,
  communityKindOf,
  isUrbanRuralClass,
  parseCommunityCode,
  refuse,
} from '@linju/kit';

/** What a writer says of a community's codes. */
export interface WrittenCommunityCode {
  readonly kind: string;
  readonly streetCode?: string | null | undefined;
  readonly code12?: string | null | undefined;
  readonly urbanRuralClass?: string | null | undefined;
}

/**
 * The 12-digit code, if given, belongs to the street and tells the kind; the class is one of the seven.
 * @returns the code, or null where none is given
 * @throws Refusal BAD_USER_INPUT, PLACE_MISMATCH
 */
export function requireCommunityCode(written: WrittenCommunityCode): string | null {
  requireUrbanRuralClass(written.urbanRuralClass);
  if (written.code12 === null || written.code12 === undefined) return null;
  const code = checkValue('code12', () => parseCommunityCode(written.code12));
  if (!written.streetCode || !code.startsWith(written.streetCode)) {
    refuse('PLACE_MISMATCH', {
      field: 'code12',
      message: 'The 12-digit code begins with the code of the street; give streetCode with it.',
    });
  }
  const kind = checkValue('code12', () => communityKindOf(code));
  if (kind === written.kind) return code;
  return refuse('BAD_USER_INPUT', {
    field: 'kind',
    message: `The last three digits of ${code} are those of a community of kind ${kind}.`,
  });
}

function requireUrbanRuralClass(text: string | null | undefined): void {
  if (text === null || text === undefined || isUrbanRuralClass(text)) return;
  refuse('BAD_USER_INPUT', {
    field: 'urbanRuralClass',
    message: 'The urban-rural class is one of 111, 112, 121, 122, 123, 210 and 220.',
  });
}
