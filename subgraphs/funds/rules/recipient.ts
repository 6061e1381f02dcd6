import { parseId } from '@linju/kit';

/**
 * Reads who receives a grant: a partner or a team, told by the prefix of the id.
 * @throws Refusal BAD_USER_INPUT
 */
export function parseRecipient(id: string): {
  readonly recipientType: 'Partner' | 'Team';
  readonly recipientId: string;
} {
  const recipientType = id.startsWith('team_') ? 'Team' : 'Partner';
  return { recipientType, recipientId: parseId(recipientType, id, 'recipientId') };
}
