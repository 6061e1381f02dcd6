import { expect, test } from 'vitest';

import { requireFits, type ProposalFacts } from './match-fits.js';

const facts: ProposalFacts = {
  need: { state: 'OPEN', category: 'SHOE_REPAIR' },
  partnerId: 'partner_fixture_one',
  offering: { partnerId: 'partner_fixture_one', serviceKind: 'SHOE_REPAIR', status: 'ACTIVE' },
  isActivePartner: true,
};

test('an active partner fits an open need with a service of its kind, or without naming one', () => {
  expect(() => requireFits(facts)).not.toThrow();
  expect(() => requireFits({ ...facts, offering: null })).not.toThrow();
});

test.each([
  ['a need that is matched', { need: { ...facts.need, state: 'MATCHED' } }, 'MOVE_NOT_ALLOWED'],
  ['a partner that is not active', { isActivePartner: false }, 'RULE_VIOLATED'],
  ['the service of another', { partnerId: 'partner_fixture_two' }, 'RULE_VIOLATED'],
  [
    'a service that rests',
    { offering: { ...facts.offering!, status: 'INACTIVE' } },
    'RULE_VIOLATED',
  ],
  [
    'a service of another kind',
    { offering: { ...facts.offering!, serviceKind: 'HAIRCUT' } },
    'RULE_VIOLATED',
  ],
] as const)('%s does not fit', (_, change, code) => {
  expect(() => requireFits({ ...facts, ...change })).toThrow(expect.objectContaining({ code }));
});
