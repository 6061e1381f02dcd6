import {
  checkText,
  cityCodeOf,
  parseOptionalId,
  recordNew,
  requireCodes,
  requireNotFuture,
  requirePlace,
  requireWriter,
  runCommand,
  type CommandParts,
} from '@linju/kit';

import type { RaiseNeedInput } from '../schema/need-inputs.js';
import { needItemTable } from '../tables/need-tables.js';

/**
 * Enters a need of a community. A request gives one need, whoever tries at the same moment.
 * @throws Refusal NOT_AUTHORISED, PERSON_DATA_REFUSED, NOT_FOUND, CODE_RETIRED, PLACE_MISMATCH, BAD_USER_INPUT,
 *         DUPLICATE for a request that has given its need
 */
export const raiseNeed = (parts: CommandParts, input: RaiseNeedInput) =>
  runCommand(parts, 'raiseNeed', input, async (scope) => {
    const { districtCode } = input;
    requireWriter(scope.viewer, districtCode);
    const place = await requirePlace(scope, input);
    await requireCodes(scope, 'ServiceKind', [input.category], 'category');
    const raisedAt = requireNotFuture('raisedAt', input.raisedAt ?? scope.now, scope.now);

    const id = scope.newId('NeedItem');
    await scope.tx.db.insert(needItemTable).values({
      id,
      title: checkText('title', input.title),
      category: input.category,
      cityCode: cityCodeOf(districtCode),
      ...place,
      raisedAt,
      sourceRequestId: parseOptionalId('Request', input.sourceRequestId, 'sourceRequestId'),
      state: 'OPEN',
    });
    const begins = { state: 'OPEN', at: raisedAt };
    return recordNew(scope, { type: 'NeedItem', id, districtCode, begins });
  });
