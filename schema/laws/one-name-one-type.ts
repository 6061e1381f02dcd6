import type { CompositionHint } from '../compose.js';
import type { Breach, Graph } from './law.js';

// What composition merges with a shrug although one name then means two things. Value types that
// have fewer fields in one subgraph are not among them: a @requires names only what it needs.
const refusedHints = new Set([
  'INCONSISTENT_ARGUMENT_PRESENCE',
  'INCONSISTENT_BUT_COMPATIBLE_ARGUMENT_TYPE',
  'INCONSISTENT_BUT_COMPATIBLE_FIELD_TYPE',
  'INCONSISTENT_DEFAULT_VALUE_PRESENCE',
  'INCONSISTENT_DESCRIPTION',
  'INCONSISTENT_ENUM_VALUE_FOR_INPUT_ENUM',
  'INCONSISTENT_ENUM_VALUE_FOR_OUTPUT_ENUM',
  'INCONSISTENT_INPUT_OBJECT_FIELD',
  'INCONSISTENT_NON_REPEATABLE_DIRECTIVE_ARGUMENTS',
]);

/**
 * Types of one name merge, so they must be the same type everywhere: same values, same field types,
 * same words. A hint of composition that says otherwise is a breach.
 */
export const oneNameOneType = ({ supergraph }: Graph): readonly Breach[] =>
  supergraph.hints.filter(({ code }) => refusedHints.has(code)).map(breach);

const breach = ({ code, message }: CompositionHint): Breach => ({
  law: 'one-name-one-type',
  coordinate: placeOf(message) ?? code,
  subgraph: null,
  message:
    `${code}: ${message.trim()}\nGive it the same shape and words everywhere; where one subgraph owns ` +
    'it, only the owner describes it.',
});

// Composition writes `Element "Fund.name" has …` and `Value "CLOSED" of enum type "FundState" …`.
const placeOf = (message: string): string | undefined =>
  (/enum type "([^"]+)"/.exec(message) ?? /"([^"]+)"/.exec(message))?.[1];
