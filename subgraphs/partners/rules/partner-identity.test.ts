import { expect, test } from 'vitest';

import { requireOneIdentity } from './partner-identity.js';

const organisationId = 'organisation_fixture_shop';
const individualProfile = {};

test.each([
  [{ type: 'COMMERCIAL', organisationId }],
  [{ type: 'COMMUNITY_GROUP', organisationId, individualProfile: null }],
  [{ type: 'INDIVIDUAL', individualProfile }],
] as const)('%j is one of the two', (identity) => {
  expect(() => requireOneIdentity(identity)).not.toThrow();
});

test.each([
  [{ type: 'COMMERCIAL' }, 'organisationId'],
  [{ type: 'INDIVIDUAL' }, 'organisationId'],
  [{ type: 'INDIVIDUAL', organisationId, individualProfile }, 'individualProfile'],
  [{ type: 'COMMERCIAL', individualProfile }, 'type'],
  [{ type: 'INDIVIDUAL', organisationId }, 'type'],
] as const)('%j is refused at %s', (identity, field) => {
  expect(() => requireOneIdentity(identity)).toThrow(
    expect.objectContaining({ code: 'RULE_VIOLATED', field }),
  );
});
