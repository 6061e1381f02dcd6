import { buildSchema, findBreakingChanges, findDangerousChanges } from 'graphql';

import { compareText } from './subgraph-sdl.js';

/** One change of the API schema that a client may notice. */
export interface Change {
  /**
   * BREAKING: an operation that ran may be refused or answer in another shape; it must be declared.
   * DANGEROUS: it still runs, but may meet a value it does not know (a new enum value).
   */
  readonly weight: 'BREAKING' | 'DANGEROUS';
  /** graphql-js's own kind: `FIELD_REMOVED`. */
  readonly kind: string;
  /** What changed, as a changelog line names it: `Fund.founders`, `FundState.CLOSED`, `Fund`. */
  readonly coordinate: string;
  /** One English sentence. */
  readonly description: string;
}

/**
 * What a client of the committed schema would notice of the new one; additions are not changes.
 * @returns breaking changes first, each kind by coordinate
 * @throws GraphQLError when one of the texts is not a schema
 */
export function breakingChanges(committedApiSdl: string, newApiSdl: string): readonly Change[] {
  const before = buildSchema(committedApiSdl);
  const after = buildSchema(newApiSdl);
  return [
    ...changesOf('BREAKING', findBreakingChanges(before, after)),
    ...changesOf('DANGEROUS', findDangerousChanges(before, after)),
  ];
}

function changesOf(
  weight: Change['weight'],
  found: readonly { readonly type: string; readonly description: string }[],
): readonly Change[] {
  return found
    .map(({ type, description }) => ({
      weight,
      kind: type,
      coordinate: coordinateOf(description),
      description,
    }))
    .sort((left, right) => compareText(left.coordinate, right.coordinate));
}

// graphql-js names the place of a change only in its sentence. Each form of sentence it has is read
// here, the more particular first; the test goes through every kind of change.
const sentenceForms: readonly (readonly [RegExp, string])[] = [
  [/^(?:A required|An optional) arg (\w+) on directive (\w+) was added/, '@$2'],
  [/^\w+ was removed from (\w+)\.$/, '@$1'],
  [/^Repeatable flag was removed from (\w+)/, '@$1'],
  [/^(?:A required|An optional) arg \w+ on (\w+\.\w+) was added/, '$1'],
  [/^(?:A required|An optional) field (\w+) on input type (\w+) was added/, '$2.$1'],
  [/^\w+ was (?:added to|removed from) union type (\w+)/, '$1'],
  [/^(\w+) was (?:added to|removed from) enum type (\w+)/, '$2.$1'],
  [/^\w+ added to interfaces implemented by (\w+)/, '$1'],
  [/^Standard scalar (\w+) was removed/, '$1'],
  [/^(\w+\.\w+|\w+) /, '$1'],
];

function coordinateOf(description: string): string {
  for (const [form, coordinate] of sentenceForms) {
    const found = form.exec(description);
    if (found) return found[0].replace(form, coordinate);
  }
  return description;
}
