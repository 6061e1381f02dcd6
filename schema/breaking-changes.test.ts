import type { BreakingChangeType, DangerousChangeType } from 'graphql';
import { expect, test } from 'vitest';

import { breakingChanges } from './breaking-changes.js';

const before = `
directive @note(text: String, tone: String) repeatable on FIELD | FRAGMENT_SPREAD
directive @gone on FIELD
interface Node { id: ID! }
interface Named { name: String }
interface Dated { at: String }
union Owner = Fund | Partner
scalar Day
type Fund implements Node { id: ID! founders: Int old: Int transfers(first: Int, after: String, order: String): Int page(size: Int = 20): Int }
type Partner implements Node & Named { id: ID! name: String }
type Team { id: ID! }
type Gone { id: ID! }
enum FundState { OPEN CLOSED }
input PostTransfer { amountFen: String }
type Query { fund: Fund owner: Owner state: FundState day: Day team: Team gone: Gone share: Float post(input: PostTransfer): ID }
`;

const after = `
directive @note(text: String, loud: Boolean!) on FIELD
interface Node { id: ID! }
interface Named { name: String }
interface Dated { at: String }
union Owner = Fund | Team
type Day { id: ID! }
type Fund implements Node & Dated { id: ID! founders: String at: String transfers(first: Int!, after: String, must: Int!, may: Int): Int page(size: Int = 50): Int }
type Partner implements Node { id: ID! name: String }
type Team { id: ID! }
enum FundState { OPEN MERGED }
input PostTransfer { amountFen: String key: ID! note: String }
type Query { fund: Fund owner: Owner state: FundState day: Day team: Team post(input: PostTransfer): ID }
`;

const changes = breakingChanges(before, after);
const coordinatesOf = (kind: string) =>
  changes.filter((change) => change.kind === kind).map(({ coordinate }) => coordinate);

const breaking: Readonly<Record<BreakingChangeType, readonly string[]>> = {
  ARG_CHANGED_KIND: ['Fund.transfers'],
  ARG_REMOVED: ['Fund.transfers'],
  DIRECTIVE_ARG_REMOVED: ['@note'],
  DIRECTIVE_LOCATION_REMOVED: ['@note'],
  DIRECTIVE_REMOVED: ['gone'],
  DIRECTIVE_REPEATABLE_REMOVED: ['@note'],
  FIELD_CHANGED_KIND: ['Fund.founders'],
  FIELD_REMOVED: ['Fund.old', 'Query.gone', 'Query.share'],
  IMPLEMENTED_INTERFACE_REMOVED: ['Partner'],
  REQUIRED_ARG_ADDED: ['Fund.transfers'],
  REQUIRED_DIRECTIVE_ARG_ADDED: ['@note'],
  REQUIRED_INPUT_FIELD_ADDED: ['PostTransfer.key'],
  TYPE_CHANGED_KIND: ['Day'],
  TYPE_REMOVED: ['Float', 'Gone'],
  TYPE_REMOVED_FROM_UNION: ['Owner'],
  VALUE_REMOVED_FROM_ENUM: ['FundState.CLOSED'],
};

const dangerous: Readonly<Record<DangerousChangeType, readonly string[]>> = {
  ARG_DEFAULT_VALUE_CHANGE: ['Fund.page'],
  IMPLEMENTED_INTERFACE_ADDED: ['Fund'],
  OPTIONAL_ARG_ADDED: ['Fund.transfers'],
  OPTIONAL_INPUT_FIELD_ADDED: ['PostTransfer.note'],
  TYPE_ADDED_TO_UNION: ['Owner'],
  VALUE_ADDED_TO_ENUM: ['FundState.MERGED'],
};

test.each(Object.entries({ ...breaking, ...dangerous }))(
  '%s is found at the place a changelog line would name',
  (kind, coordinates) => expect(coordinatesOf(kind)).toEqual(coordinates),
);

test('only what may refuse or reshape an answer is called breaking', () => {
  const kindsOf = (weight: string) =>
    new Set(changes.filter((change) => change.weight === weight).map(({ kind }) => kind));
  expect(kindsOf('BREAKING')).toEqual(new Set(Object.keys(breaking)));
  expect(kindsOf('DANGEROUS')).toEqual(new Set(Object.keys(dangerous)));
});

test('an added type or nullable field is no change for anybody', () => {
  expect(
    breakingChanges(
      'type Query { fund: ID }',
      'type Query { fund: ID team: Team } type Team { id: ID! }',
    ),
  ).toEqual([]);
});
