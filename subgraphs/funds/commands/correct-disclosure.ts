import {
  checkText,
  recordNew,
  refuse,
  requireNotFuture,
  runCommand,
  type CommandParts,
} from '@linju/kit';

import { requireChannels } from '../rules/disclosure-channels.js';
import type { CorrectDisclosureInput } from '../schema/disclosure-inputs.js';
import { disclosureTable } from '../tables/disclosure-table.js';
import { requireWritable } from './require-record.js';

/**
 * Publishes a correction beside what was wrong, with a note that says what it was (Order 81).
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, RULE_VIOLATED, DUPLICATE, BAD_USER_INPUT
 */
export const correctDisclosure = (parts: CommandParts, input: CorrectDisclosureInput) =>
  runCommand(parts, 'correctDisclosure', input, async (scope) => {
    const wrong = await requireWritable(scope, 'Disclosure', input.disclosureId, 'disclosureId');
    const { districtCode } = wrong;
    if (wrong.publishedAt === null) {
      refuse('RULE_VIOLATED', {
        field: 'disclosureId',
        message: `Disclosure ${wrong.id} is not published, so there is nothing to correct.`,
      });
    }
    const id = scope.newId('Disclosure');
    await scope.tx.db.insert(disclosureTable).values({
      ...wrong,
      id,
      publishedAt: requireNotFuture('publishedAt', input.publishedAt ?? scope.now, scope.now),
      channels: requireChannels(input.channels),
      correctionOf: wrong.id,
      correctionNote: checkText('correctionNote', input.correctionNote, { lengthMax: 500 }),
    });
    return recordNew(scope, { type: 'Disclosure', id, districtCode });
  });
