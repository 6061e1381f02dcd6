import { monotonicFactory } from 'ulid';

import { refuse } from './errors.js';

/**
 * Makes a new id for a type: `fund_01J…` (a ULID, so ids made later sort later).
 * @param typeName the GraphQL type's name
 */
export type NewId = (typeName: string) => string;

const nextUlid = monotonicFactory();

/** Ids for records that are entered now. */
export const newUlidId: NewId = (typeName) => `${idPrefix(typeName)}_${nextUlid()}`;

/** The part of an id before its first `_`: the type's name in lower case, without separators. */
export const idPrefix = (typeName: string): string => typeName.toLowerCase();

const idPattern =
  /^([a-z]+)_(seed_[a-z0-9_]{1,80}|fixture_[a-z0-9_]{1,80}|[0-9A-HJKMNP-TV-Z]{26})$/;

/**
 * Reads an id that a caller wrote. It must have the type's prefix and one of the three kinds of
 * rest: a ULID, `seed_<slug>` (facts of the sources) or `fixture_<slug>` (tests).
 * @throws Refusal BAD_USER_INPUT with what was expected
 */
export function parseId(typeName: string, text: string, field = 'id'): string {
  const match = idPattern.exec(text);
  if (match?.[1] === idPrefix(typeName)) return text;
  return refuse('BAD_USER_INPUT', {
    field,
    message: `${quote(text)} is not the id of a ${typeName}. Such an id looks like ${idPrefix(typeName)}_01J9ZQ4Y7M3K8N2P5R6S7T8V9W.`,
  });
}

/**
 * Reads an id that may be left out.
 * @returns null where it is left out; an empty text is no id
 * @throws Refusal BAD_USER_INPUT
 */
export const parseOptionalId = (
  typeName: string,
  text: string | null | undefined,
  field: string,
): string | null => (text === null || text === undefined ? null : parseId(typeName, text, field));

/** The refusal for an id or code that is well formed but stands for nothing. */
export function refuseUnknown(typeName: string, key: string, field = 'id'): never {
  return refuse('NOT_FOUND', {
    field,
    message: `There is no ${typeName} ${quote(key)}. Check it, or list what there is.`,
  });
}

const quote = (text: string): string =>
  JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
