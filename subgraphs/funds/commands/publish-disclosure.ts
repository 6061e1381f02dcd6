import { refuse, requireNotFuture, runCommand, type CommandParts } from '@linju/kit';
import { eq } from 'drizzle-orm';

import { requireChannels } from '../rules/disclosure-channels.js';
import type { PublishDisclosureInput } from '../schema/disclosure-inputs.js';
import { disclosureTable } from '../tables/disclosure-table.js';
import { requireWritable } from './require-record.js';

/**
 * Records that something was published. What was published is not taken back: it is corrected.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, RULE_VIOLATED, BAD_USER_INPUT
 */
export const publishDisclosure = (parts: CommandParts, input: PublishDisclosureInput) =>
  runCommand(parts, 'publishDisclosure', input, async (scope) => {
    const { id, districtCode, publishedAt } = await requireWritable(
      scope,
      'Disclosure',
      input.disclosureId,
      'disclosureId',
    );
    if (publishedAt !== null) {
      refuse('RULE_VIOLATED', {
        field: 'disclosureId',
        message: `Disclosure ${id} was published already. Use correctDisclosure to put it right.`,
      });
    }
    await scope.tx.db
      .update(disclosureTable)
      .set({
        publishedAt: requireNotFuture('publishedAt', input.publishedAt ?? scope.now, scope.now),
        channels: requireChannels(input.channels),
      })
      .where(eq(disclosureTable.id, id));
    await scope.changed({ type: 'Disclosure', id, districtCode, change: 'CHANGED' });
    return { id };
  });
