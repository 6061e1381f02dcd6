import { refuse } from '@linju/kit';

import type { DisclosureChannel } from './disclosure-channel.js';

/**
 * What was published was published somewhere.
 * @returns each channel once
 * @throws Refusal BAD_USER_INPUT
 */
export function requireChannels(channels: readonly DisclosureChannel[]): DisclosureChannel[] {
  const distinct = [...new Set(channels)];
  if (distinct.length > 0) return distinct;
  return refuse('BAD_USER_INPUT', {
    field: 'channels',
    message: 'Say where it was published: COMMUNITY_BOARD, ONLINE or MEDIA.',
  });
}
