import { createUnionType } from 'type-graphql';

import { Partner } from './partner.js';
import { Team } from './team.js';

/** Who may receive a grant; told by the prefix of the id. */
export const GrantRecipient = createUnionType({
  name: 'GrantRecipient',
  description: '受资助方\nWho receives a grant: a community partner or a team.',
  types: () => [Partner, Team] as const,
  resolveType: ({ id }: { id: string }) => (id.startsWith('team_') ? 'Team' : 'Partner'),
});
