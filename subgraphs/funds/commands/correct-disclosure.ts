import { checkText, refuse, runCommand, workflowSourceId, type CommandParts } from '@linju/kit';

import { requireChannels } from '../rules/disclosure-channels.js';
import { requireNotFuture } from '../rules/not-future.js';
import type { CorrectDisclosureInput } from '../schema/disclosure-inputs.js';
import { disclosureTable } from '../tables/disclosure-table.js';
import { requireDisclosure } from './require-disclosure.js';

/**
 * Publishes a correction beside what was wrong, with a note that says what it was (Order 81).
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, RULE_VIOLATED, DUPLICATE, BAD_USER_INPUT
 */
export const correctDisclosure = (parts: CommandParts, input: CorrectDisclosureInput) =>
  runCommand(parts, 'correctDisclosure', input, async (scope) => {
    const wrong = await requireDisclosure(scope, input.disclosureId);
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
    const entity = { type: 'Disclosure', id, districtCode };
    await scope.provenance({ ...entity, sourceId: workflowSourceId, method: 'RECORDED' });
    await scope.changed({ ...entity, change: 'CREATED' });
    return { id };
  });
